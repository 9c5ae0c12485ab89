import { Refusal } from '#app/domain/refusal.ts'
import type { RequestStatus } from '../requesting/status.ts'
import {
  type BriefingSession,
  type SessionRequest,
  type SessionStatus,
  sessionStatusTexts,
} from './briefing-session.ts'

export type SessionStep = 'offer' | 'extend' | 'publish' | 'change' | 'cancel'

const stepsFrom: Record<SessionStatus, readonly SessionStep[]> = {
  draft: ['offer', 'publish', 'change', 'cancel'],
  option: ['extend', 'publish', 'change', 'cancel'],
  published: ['change', 'cancel'],
  changed: ['change', 'cancel'],
  cancelled: [],
  held: [],
}

export function mayStep(session: Pick<BriefingSession, 'status'>, step: SessionStep): boolean {
  return stepsFrom[session.status].includes(step)
}

/**
 * An option holds its slot until a moment that is still to come and leaves time before the evening itself.
 * @throws Refusal option-expiry-past, option-expiry-too-late
 */
export function assertOptionExpiry(
  expiresAt: Temporal.Instant,
  { start }: Pick<BriefingSession, 'start'>,
  now: Temporal.Instant,
): void {
  if (Temporal.Instant.compare(expiresAt, now) <= 0) throw new Refusal('option-expiry-past')
  if (Temporal.Instant.compare(expiresAt, start) >= 0) throw new Refusal('option-expiry-too-late')
}

/** @throws Refusal session-step-not-possible */
export function assertMayStep(session: Pick<BriefingSession, 'status'>, step: SessionStep): void {
  if (mayStep(session, step)) return
  throw new Refusal('session-step-not-possible', { statusText: sessionStatusTexts[session.status] })
}

/** A request in one of these may still be answered with an evening, or has one; one that was withdrawn or declined may not. */
export const wantingAnEvening = [
  'inTreatment',
  'questionAsked',
  'proposalMade',
  'optioned',
  'confirmed',
] as const satisfies RequestStatus[]

/** A request that moves with its evening; one that was withdrawn or closed meanwhile stays what it is. */
export function stillCountsOn({ status }: SessionRequest): boolean {
  return (wantingAnEvening as readonly RequestStatus[]).includes(status)
}

/** Whether an evening answers another request that still counts on it; one that was bundled into it does. */
export function goesOnForOthers({ requests }: Pick<BriefingSession, 'requests'>, briefingRequestId: string): boolean {
  const others = requests.filter((each) => each.briefingRequestId !== briefingRequestId)
  return others.some((each) => each.status === 'bundled' || stillCountsOn(each))
}

/**
 * What is still missing before anybody may be told of this evening.
 * @throws Refusal dos-number-missing, session-place-missing, session-programme-missing, session-already-began or request-not-in-treatment
 */
export function assertMayBeAnnounced(session: BriefingSession, now: Temporal.Instant): void {
  // The mailer refuses dossier mail without its number; saying so before anything is sent is kinder.
  if (session.dosNumber === undefined) throw new Refusal('dos-number-missing')
  if (session.venue === undefined && session.onlineUrl === undefined) throw new Refusal('session-place-missing')
  if (session.programme.length === 0) throw new Refusal('session-programme-missing')
  if (Temporal.Instant.compare(session.start, now) <= 0) throw new Refusal('session-already-began')
  const [first] = session.requests
  if (first !== undefined && !session.requests.some(stillCountsOn))
    throw new Refusal('request-not-in-treatment', { reference: first.reference })
}
