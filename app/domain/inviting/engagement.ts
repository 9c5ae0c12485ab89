import { Refusal } from '../refusal.ts'
import type { BriefingSession } from '../scheduling/briefing-session.ts'
import type { AnswerDoor, GivenAnswer, KeptAnswer } from './answer.ts'
import type { CalendarAnswer } from './calendar-event.ts'

/** As what somebody who is no participant has an evening in a calendar. A clerk holds it as an option first, and keeps the entry when it is firm. */
export type Capacity = 'speaker' | 'venue' | 'clerk'

export const capacityWords: Record<Capacity, string> = { speaker: 'Spreker', venue: 'Zaal', clerk: 'Griffie' }

/** What each says on her own page; a room is there or it is not. */
export const capacityAnswers: Record<Capacity, { question: string; yes: string; no: string }> = {
  speaker: { question: 'Kunt u op deze bijeenkomst spreken?', yes: 'Ja, ik kan', no: 'Nee, ik kan niet' },
  venue: {
    question: 'Is de zaal beschikbaar?',
    yes: 'Ja, de zaal is beschikbaar',
    no: 'Nee, de zaal is niet beschikbaar',
  },
  clerk: {
    question: 'Gaat uw raad akkoord met deze bijeenkomst?',
    yes: 'Ja, wij gaan akkoord',
    no: 'Nee, wij gaan niet akkoord',
  },
}

const spokenAnswers: Record<Capacity, Record<CalendarAnswer, string>> = {
  speaker: { none: 'nog geen antwoord', yes: 'kan', maybe: 'misschien', no: 'kan niet' },
  venue: { none: 'nog geen antwoord', yes: 'Zaal heeft geaccepteerd', maybe: 'misschien', no: 'Zaal heeft afgewezen' },
  clerk: { none: 'nog geen antwoord', yes: 'akkoord', maybe: 'misschien', no: 'niet akkoord' },
}

/** The answer of somebody else, as staff read it. */
export function engagedAnswerWords(capacity: Capacity, answer: CalendarAnswer): string {
  return spokenAnswers[capacity][answer]
}

/** The same for a list of what was answered. */
export function givenAnswerWords(capacity: Capacity): Record<GivenAnswer, string> {
  return spokenAnswers[capacity]
}

/** The answers one can choose from on a page; a calendar may say maybe. */
export const engagedAnswers = ['yes', 'no'] as const satisfies GivenAnswer[]

/** `by` names who of a clerk's office gave it. */
export type EngagedReply = KeptAnswer & {
  answer: GivenAnswer
  door: AnswerDoor
  at: Temporal.Instant
  by?: string
}

type Openness = Pick<BriefingSession, 'status' | 'end' | 'optionExpiresAt'>
export type EngagementClosed = 'cancelled' | 'held' | 'notHeldAnyMore' | 'optionExpired'

/** Why somebody who was engaged can no longer, or not yet, answer. An option that has run out is over before the clock calls it off. */
export function engagementClosed(
  { status, end, optionExpiresAt }: Openness,
  now: Temporal.Instant,
): EngagementClosed | undefined {
  if (status === 'cancelled') return 'cancelled'
  if (status === 'draft') return 'notHeldAnyMore'
  if (status === 'held' || Temporal.Instant.compare(end, now) <= 0) return 'held'
  if (status === 'option' && optionExpiresAt && Temporal.Instant.compare(optionExpiresAt, now) <= 0)
    return 'optionExpired'
  return undefined
}

/** @throws Refusal engagement-closed */
export function assertOpenForEngaged(session: Openness, now: Temporal.Instant): void {
  const reason = engagementClosed(session, now)
  if (reason !== undefined) throw new Refusal('engagement-closed', { reason })
}

/** Which blocks of the programme are a speaker's; none when staff gave her no topic of this evening. */
export function partsOf({ programme }: Pick<BriefingSession, 'programme'>, topicIds: readonly string[]): string[] {
  return programme.filter(({ topicId }) => topicId && topicIds.includes(topicId)).map(({ title }) => title)
}
