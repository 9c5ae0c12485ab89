import type { CalendarAnswer } from './calendar-event.ts'

type ClerkWord = { councilId?: string; answer: CalendarAnswer; answeredAt?: Temporal.Instant }

/** A council has one voice: the latest word of any of its clerks. Councils whose clerks have said nothing yet are not there. */
export function councilVoices<Word extends ClerkWord>(words: readonly Word[]): ReadonlyMap<string, Word> {
  const voices = new Map<string, Word>()
  for (const word of words) {
    if (word.councilId === undefined || word.answer === 'none') continue
    const before = voices.get(word.councilId)
    if (before === undefined || isLater(word, before)) voices.set(word.councilId, word)
  }
  return voices
}

function isLater({ answeredAt }: ClerkWord, before: ClerkWord): boolean {
  if (answeredAt === undefined) return false
  return before.answeredAt === undefined || Temporal.Instant.compare(answeredAt, before.answeredAt) > 0
}
