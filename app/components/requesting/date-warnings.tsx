import { Notice } from '../page/notice.tsx'

/** What speaks against a date. Never a block: the council decides. */
export function DateWarnings({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <Notice kind="warning">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>U kunt deze datum toch gebruiken. Dan hoeft u niets te doen.</p>
    </Notice>
  )
}
