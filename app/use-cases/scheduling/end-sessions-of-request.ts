import { Refusal } from '#app/domain/refusal.ts'
import { type BriefingSession, isAnnounced, sessionStatusTexts } from '#app/domain/scheduling/briefing-session.ts'
import { goesOnForOthers } from '#app/domain/scheduling/session-steps.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import type { Actor } from '#db/overseeing/audit-events.ts'
import { listCouncilsOfRequests } from '#db/scheduling/ending-sessions.ts'
import { callOff } from './cancel-session.ts'
import { leaveSession } from './leave-session.ts'

type EndSessions = {
  /** Every evening that stands for the request, locked by the caller. */
  sessions: readonly BriefingSession[]
  briefingRequestId: string
  /** Everybody who hears of it reads this sentence. */
  reason: string
  actor: Actor
}

/**
 * A request is over: an evening for it alone is called off and its room and speakers are free; an evening that answers other requests too goes on without it.
 * @throws Refusal step-not-possible when an evening that people know of has begun
 */
export async function endSessionsOfRequest(
  trx: Trx,
  site: Site,
  { sessions, briefingRequestId, reason, actor }: EndSessions,
  now: Temporal.Instant,
): Promise<void> {
  for (const session of sessions) {
    if (isAnnounced(session.status) && Temporal.Instant.compare(session.start, now) <= 0)
      throw new Refusal('step-not-possible', { statusText: sessionStatusTexts.held })
    if (!goesOnForOthers(session, briefingRequestId)) {
      await callOff(trx, site, { session, reason, actor, requestEnds: true }, now)
      continue
    }
    const others = session.requests.map((each) => each.briefingRequestId).filter((id) => id !== briefingRequestId)
    const staying = await listCouncilsOfRequests(trx, others)
    const own = await listCouncilsOfRequests(trx, [briefingRequestId])
    const councilIds = own.filter((id) => !staying.includes(id))
    await leaveSession(trx, site, { session, briefingRequestId, councilIds, reason, actor }, now)
  }
}
