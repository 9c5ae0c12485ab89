import { placesToCome } from '#app/domain/attending/registration.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Trx } from '../connection.server.ts'
import { findBriefingSession } from './briefing-sessions.ts'

/**
 * The evenings that stand for a request, locked. Take them before the request itself: publishing, moving and cancelling lock an evening first and write its
 * requests after, and two that lock in another order would wait for each other.
 */
export async function lockSessionsOfRequest(trx: Trx, briefingRequestId: string): Promise<BriefingSession[]> {
  const held = await trx
    .selectFrom('briefing_session')
    .select('id')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('briefing_session_request')
        .select('briefing_session_id')
        .where('briefing_request_id', '=', briefingRequestId),
    )
    .where('status', 'in', ['draft', 'option', 'published', 'changed'])
    .orderBy('id')
    .limit(20)
    .forUpdate()
    .execute()
  const sessions: BriefingSession[] = []
  for (const { id } of held) {
    const session = await findBriefingSession(trx, id)
    if (session) sessions.push(session)
  }
  return sessions
}

/** The councils these requests name and that did not say no. */
export async function listCouncilsOfRequests(trx: Trx, briefingRequestIds: readonly string[]): Promise<string[]> {
  if (briefingRequestIds.length === 0) return []
  const rows = await trx
    .selectFrom('briefing_request_council')
    .select('council_id')
    .distinct()
    .where('briefing_request_id', 'in', [...briefingRequestIds])
    .where('state', '<>', 'declined')
    .execute()
  return rows.map(({ council_id }) => council_id)
}

/** An evening of several requests goes on without this one and these councils of it; their links stop working. */
export async function takeOutOfSession(
  trx: Trx,
  briefingSessionId: string,
  { briefingRequestId, councilIds }: { briefingRequestId: string; councilIds: readonly string[] },
): Promise<void> {
  await trx
    .deleteFrom('briefing_session_request')
    .where('briefing_session_id', '=', briefingSessionId)
    .where('briefing_request_id', '=', briefingRequestId)
    .execute()
  if (councilIds.length > 0)
    await trx
      .deleteFrom('briefing_session_council')
      .where('briefing_session_id', '=', briefingSessionId)
      .where('council_id', 'in', [...councilIds])
      .execute()
  await trx
    .updateTable('briefing_session')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', briefingSessionId)
    .execute()
}

/** Everybody of these councils who takes part in an evening, or waits to, no longer does. */
export async function endRegistrationsOfCouncils(
  trx: Trx,
  briefingSessionId: string,
  councilIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (councilIds.length === 0) return
  await trx
    .updateTable('registration')
    .set({ place: 'removed', ended_at: now.toString() })
    .where('briefing_session_id', '=', briefingSessionId)
    .where('council_id', 'in', [...councilIds])
    .where('place', 'in', placesToCome)
    .execute()
}
