import { sql } from 'kysely'
import type { Trx } from '../connection.server.ts'
import { asRows } from '../rows.ts'

export type Actor =
  | { kind: 'clerk' | 'staff' | 'councillor' | 'speaker' | 'venue'; personId: string }
  | { kind: 'anonymous' }
  | { kind: 'system' }

export type AuditEvent = {
  actor: Actor
  /** What happened, as <thing>.<past participle>: briefingRequest.submitted, briefingSession.moved … */
  action: string
  briefingRequestId?: string
  briefingSessionId?: string
  councilId?: string
  before?: object
  after?: object
  reason?: string
}

/** Appends to the audit; the table refuses update and delete. No addresses or tokens in before/after. */
export async function recordAuditEvent(trx: Trx, event: AuditEvent, now: Temporal.Instant): Promise<void> {
  await recordAuditEvents(trx, [event], now)
}

export async function recordAuditEvents(trx: Trx, events: readonly AuditEvent[], now: Temporal.Instant): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ actor, ...event }) => ({
    ...event,
    actorKind: actor.kind,
    actorId: 'personId' in actor ? actor.personId : undefined,
  }))
  await sql`
    insert into audit_event (at, actor_kind, actor_id, action, briefing_request_id, briefing_session_id, council_id, before, after, reason)
    select ${now.toString()}::timestamptz, "actorKind", "actorId", action, "briefingRequestId", "briefingSessionId", "councilId", before, after, reason
    from jsonb_to_recordset(${asRows(rows)}::jsonb) as event (
      "actorKind" text, "actorId" uuid, action text, "briefingRequestId" uuid, "briefingSessionId" uuid, "councilId" uuid, before jsonb, after jsonb,
      reason text
    )`.execute(trx)
}
