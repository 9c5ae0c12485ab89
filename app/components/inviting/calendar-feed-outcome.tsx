import { Outcome } from '../page/outcome.tsx'

const words = {
  gemaakt: 'Het agenda-adres staat klaar',
  nieuw: 'U hebt een nieuw adres. Het oude werkt niet meer',
  uit: 'Het agenda-adres staat uit',
  intussen: {
    kind: 'warning',
    title: 'Dat adres was al vervangen of uitgezet. Hieronder ziet u hoe het nu is',
  } as const,
}

/** What was just done with an address of a calendar. */
export function CalendarFeedOutcome() {
  return <Outcome words={words} />
}
