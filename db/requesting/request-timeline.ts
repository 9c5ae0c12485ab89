import { sql } from 'kysely'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import type { AuditEventTable } from '../schema.ts'

export type RequestEvent = {
  key: string
  at: Temporal.Instant
  action: string
  actorKind: AuditEventTable['actor_kind']
  actorName: string | undefined
  reason: string | undefined
  councilId: string | undefined
  municipalityName: string | undefined
}

/** Of the evening that a request led to, what its council has to know. */
const ofItsEvening = ['briefingSession.moved', 'briefingSession.placeChanged']

/** What happened to a request and to its evening, newest first. */
export async function listRequestEvents(db: Db, briefingRequestId: string): Promise<RequestEvent[]> {
  const rows = await db
    .selectFrom('audit_event')
    .leftJoin('person', 'person.id', 'audit_event.actor_id')
    .leftJoin('council', 'council.id', 'audit_event.council_id')
    .leftJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['audit_event.id', 'at', 'action', 'actor_kind', 'person.name', 'reason'])
    .select(['audit_event.council_id', 'municipality.name as municipality_name'])
    .where(({ or, and, eb }) =>
      or([
        eb('audit_event.briefing_request_id', '=', briefingRequestId),
        and([
          eb('audit_event.action', 'in', ofItsEvening),
          // An array, since both sides of the "or" then have an index.
          sql<boolean>`audit_event.briefing_session_id = any(array(
            select briefing_session_id from briefing_session_request where briefing_request_id = ${briefingRequestId}))`,
        ]),
      ]),
    )
    .orderBy('audit_event.at', 'desc')
    .orderBy('audit_event.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    key: String(row.id),
    at: toInstant(row.at),
    action: row.action,
    actorKind: row.actor_kind,
    actorName: row.name ?? undefined,
    reason: row.reason ?? undefined,
    councilId: row.council_id ?? undefined,
    municipalityName: row.municipality_name ?? undefined,
  }))
}
