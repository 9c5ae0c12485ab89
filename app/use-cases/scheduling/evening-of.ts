import { type BriefingSession, locationLine } from '#app/domain/scheduling/briefing-session.ts'
import type { Evening } from '#emails/inviting/evening.ts'

/** An evening as the mails tell it. `whyItConcerns` is about the council of whoever reads the mail. */
export function eveningOf(session: BriefingSession, whyItConcerns: string): Evening {
  const [onlyRequest, ...more] = session.requests
  return {
    dosNumber: session.dosNumber ?? null,
    reference: more.length === 0 ? (onlyRequest?.reference ?? null) : null,
    uid: session.calendarUid,
    title: session.title,
    start: session.start,
    end: session.end,
    location: locationLine(session.venue),
    accessFacts: session.venue?.accessFacts ?? '',
    onlineUrl: session.onlineUrl ?? null,
    programme: session.programme.map(({ title, minutes }) => ({ title, minutes })),
    whyItConcerns,
  }
}
