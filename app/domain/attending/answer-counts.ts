import type { CalendarAnswer } from '../inviting/calendar-event.ts'
import type { Place } from './registration.ts'

export type AnswerCounts = { yes: number; maybe: number; no: number; silent: number; waiting: number }

type Counted = { place: Place; answer: CalendarAnswer; people?: number }

/** Who answered what. Who waits for a seat is no yes and no silence, whatever she said before: she cannot come yet, and nobody asks her. */
export function answerCounts(rows: readonly Counted[]): AnswerCounts {
  const counts = { yes: 0, maybe: 0, no: 0, silent: 0, waiting: 0 }
  for (const { place, answer, people = 1 } of rows) {
    const said = answer === 'none' ? 'silent' : answer
    counts[place === 'waiting' && answer !== 'no' ? 'waiting' : said] += people
  }
  return counts
}
