import { useActionData, useLocation } from '@remix-run/react'
import { Notice } from './notice.tsx'
import type { NoticeKind } from './notice-icon.tsx'

type Said = { kind?: NoticeKind; title: string; text?: string }

/** What is said after each thing that can be done, by the word in the address: `?gedaan=<word>`. A title alone is a success. */
export type OutcomeWords = Readonly<Record<string, string | Said>>

/**
 * What was just done, at the top of the page that one is sent to afterwards. Draws nothing for an address without a word or with an unknown one, and nothing
 * once a form on the page was answered: then that answer is the news.
 */
export function Outcome({ words }: { words: OutcomeWords }) {
  const { search } = useLocation()
  const isAnswered = useActionData() !== undefined
  const done = new URLSearchParams(search).get('gedaan') ?? ''
  // Only what is in the list itself: every object has a "constructor".
  const said = Object.hasOwn(words, done) ? words[done] : undefined
  if (said === undefined || isAnswered) return null
  const { kind = 'success', title, text }: Said = typeof said === 'string' ? { title: said } : said
  return (
    <Notice kind={kind} role={kind === 'warning' ? 'alert' : 'status'} title={title}>
      {text && <p>{text}</p>}
    </Notice>
  )
}
