import { Notice } from '../page/notice.tsx'

const words: Record<string, string> = {
  gemaakt: 'Het agenda-adres staat klaar',
  nieuw: 'U hebt een nieuw adres. Het oude werkt niet meer',
  uit: 'Het agenda-adres staat uit',
  intussen: 'Dat adres was al vervangen of uitgezet. Hieronder ziet u hoe het nu is',
}

/** What was just done with an address, read aloud. */
export function CalendarFeedOutcome({ done }: { done: string | null }) {
  const title = done === null ? undefined : words[done]
  return title && <Notice kind={done === 'intussen' ? 'warning' : 'success'} role="status" title={title} />
}
