import { type KeptAnswer, whyItDoesNotCount } from '#app/domain/inviting/answer.ts'
import type { CalendarVersion } from '#app/domain/inviting/calendar-event.ts'

/** Behind an answer that does not count, for whoever gave it. */
export function WhyNotCounted({ reply, version }: { reply: KeptAnswer; version: CalendarVersion }) {
  const why = whyItDoesNotCount(reply, version)
  return why && ` (${why})`
}
