import { Refusal } from '../refusal.ts'
import type { BriefingSession } from '../scheduling/briefing-session.ts'

type Openness = Pick<BriefingSession, 'status' | 'end'>
type ClosedReason = 'cancelled' | 'held' | 'notPublished'

/** Why people cannot register or answer now; undefined when they can, which is from publication until the end of the evening. */
export function closedReason({ status, end }: Openness, now: Temporal.Instant): ClosedReason | undefined {
  if (status === 'cancelled') return 'cancelled'
  if (status === 'draft' || status === 'option') return 'notPublished'
  if (status === 'held' || Temporal.Instant.compare(end, now) <= 0) return 'held'
  return undefined
}

/** @throws Refusal session-closed */
export function assertOpenForAnswers(session: Openness, now: Temporal.Instant): void {
  const reason = closedReason(session, now)
  if (reason !== undefined) throw new Refusal('session-closed', { reason })
}
