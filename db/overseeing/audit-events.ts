import type { Trx } from '../connection.server.ts'

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
  await trx
    .insertInto('audit_event')
    .values(
      events.map((event) => ({
        at: now.toString(),
        actor_kind: event.actor.kind,
        actor_id: 'personId' in event.actor ? event.actor.personId : null,
        action: event.action,
        briefing_request_id: event.briefingRequestId ?? null,
        briefing_session_id: event.briefingSessionId ?? null,
        council_id: event.councilId ?? null,
        before: event.before ? JSON.stringify(event.before) : null,
        after: event.after ? JSON.stringify(event.after) : null,
        reason: event.reason ?? null,
      })),
    )
    .execute()
}
