import { wantingAnEvening } from '#app/domain/scheduling/session-steps.ts'
import type { Db, Trx } from '../connection.server.ts'

/** The evening of this request that still stands, if any. */
export async function findStandingSession(
  db: Db,
  briefingRequestId: string,
): Promise<{ id: string; title: string } | undefined> {
  return db
    .selectFrom('briefing_session_request as link')
    .innerJoin('briefing_session', 'briefing_session.id', 'link.briefing_session_id')
    .select(['briefing_session.id', 'briefing_session.title'])
    .where('link.briefing_request_id', '=', briefingRequestId)
    .where('briefing_session.status', '<>', 'cancelled')
    .executeTakeFirst()
}

export async function linkRequest(trx: Trx, briefingSessionId: string, briefingRequestId: string): Promise<void> {
  await trx
    .insertInto('briefing_session_request')
    .values({ briefing_session_id: briefingSessionId, briefing_request_id: briefingRequestId })
    .execute()
}

/** Whoever looked at the request before an evening stood for it looks again before ending it. */
export async function raiseRequestVersion(trx: Trx, briefingRequestId: string): Promise<void> {
  await trx
    .updateTable('briefing_request')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', briefingRequestId)
    .execute()
}

/** The requests an evening answers move with it; `waitingSince` starts again, because somebody else is to act now. */
export async function moveRequestsOfSession(
  trx: Trx,
  briefingSessionId: string,
  status: 'confirmed' | 'inTreatment' | 'optioned',
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('briefing_request')
    .set((eb) => ({ status, waiting_since: now.toString(), version: eb('version', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('briefing_session_request')
        .select('briefing_request_id')
        .where('briefing_session_id', '=', briefingSessionId),
    )
    // A request that was withdrawn or closed meanwhile stays what it is.
    .where('status', 'in', wantingAnEvening)
    .execute()
}
