import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type SessionEvent = {
  id: number
  action: string
  at: Temporal.Instant
  /** Undefined when the portal did it by itself, or the person is no longer known. */
  who: string | undefined
  reason: string | undefined
}

/** What was done with an evening itself, latest first; who answered what is in the register of answers. */
export async function listSessionTimeline(db: Db, briefingSessionId: string): Promise<SessionEvent[]> {
  const rows = await db
    .selectFrom('audit_event')
    .leftJoin('person', 'person.id', 'audit_event.actor_id')
    .select(['audit_event.id', 'audit_event.action', 'audit_event.at', 'audit_event.reason', 'person.name'])
    .where('audit_event.briefing_session_id', '=', briefingSessionId)
    .where('audit_event.action', 'like', 'briefingSession.%')
    .orderBy('audit_event.id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ id, action, at, reason, name }) => ({
    id,
    action,
    at: toInstant(at),
    who: name ?? undefined,
    reason: reason ?? undefined,
  }))
}
