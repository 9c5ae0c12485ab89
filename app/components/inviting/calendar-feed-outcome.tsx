import { Outcome } from '../page/outcome.tsx'

const words = {
  gemaakt: 'Het agenda-adres staat klaar',
  nieuw: 'U hebt een nieuw adres. Het oude werkt niet meer',
  uit: 'Het agenda-adres staat uit',
}

/** What was just done with an address of a calendar. */
export function CalendarFeedOutcome() {
  return <Outcome words={words} />
}
