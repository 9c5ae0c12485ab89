import { sql } from 'kysely'
import { ownLinkKinds } from '#app/domain/inviting/own-link.ts'
import type { Db, Trx } from '../connection.server.ts'
import type { HeldMail } from './claiming.ts'

export type Acceptance = { id: string; response: string; at: Temporal.Instant }

/**
 * A server took these, whatever others thought of them meanwhile; a calendar mail makes its invitation "verzonden", words alone do not. One statement, its own
 * transaction; recording the same twice is harmless.
 */
export async function recordSent(db: Db, acceptances: readonly Acceptance[]): Promise<void> {
  const ids = sql.val(acceptances.map(({ id }) => id))
  const responses = sql.val(acceptances.map(({ response }) => response))
  const moments = sql.val(acceptances.map(({ at }) => at.toString()))
  await sql`
    with accepted as (
      select * from unnest(${ids}::uuid[], ${responses}::text[], ${moments}::timestamptz[]) as accepted (id, response, at)
    ), sent as (
      update delivery set state = 'sent', sent_at = accepted.at, smtp_code = 250, smtp_text = accepted.response, lease_until = null
      from accepted join outbox on outbox.id = accepted.id
      where delivery.position = outbox.position and delivery.state <> 'sent' returning outbox.briefing_session_id, outbox.person_id, outbox.sequence
    )
    update invitation set state = 'sent' from sent
    where invitation.briefing_session_id = sent.briefing_session_id and invitation.person_id = sent.person_id and sent.sequence is not null
      and invitation.state = 'ready'`.execute(db)
}

export type Outcome =
  | { state: 'pending' | 'inDoubt'; nextAttemptAt: Temporal.Instant; code: number | null; text: string }
  | { state: 'failed'; code: number | null; text: string }

/** The server did not take it, or nobody knows. A failed calendar mail leaves its invitation "niet bezorgd"; what goes again waits while its address is suspended. */
export async function recordOutcome(trx: Trx, { position, leaseUntil }: HeldMail, outcome: Outcome): Promise<void> {
  const isDoubt = outcome.state === 'inDoubt'
  const next = outcome.state === 'failed' ? null : outcome.nextAttemptAt.toString()
  await sql`
    with tried as (
      update delivery set state = ${held(outcome)}, next_attempt_at = coalesce(${next}::timestamptz, next_attempt_at), lease_until = null,
        smtp_code = ${outcome.code}, smtp_text = ${outcome.text}, doubts = doubts + ${isDoubt ? 1 : 0}
      from outbox where delivery.position = ${position} and outbox.position = delivery.position and state = 'sending'
        and lease_until = ${leaseUntil.toString()} returning briefing_session_id, person_id, sequence, state
    )
    update invitation set state = 'undelivered' from tried
    where tried.state = 'failed' and tried.sequence is not null and invitation.briefing_session_id = tried.briefing_session_id and invitation.person_id = tried.person_id
      and invitation.state = 'ready'`.execute(trx)
}

function held({ state }: Outcome) {
  if (state === 'failed') return sql`'failed'`
  return sql`case when outbox.kind <> all(${sql.val([...ownLinkKinds])}::text[])
    and exists (select from email_address where address = outbox.recipient::citext and suspended_at is not null) then 'held' else ${state} end`
}

/**
 * Mails of a process that died while sending: their fate is unknown. They go again at `nextAttemptAt`, with the same bytes, unless they were posted before
 * `newsSince` or their evening has begun by then: those are given up. Gives how many go again.
 */
export async function doubtExpiredLeases(
  trx: Trx,
  { nextAttemptAt, newsSince }: { nextAttemptAt: Temporal.Instant; newsSince: Temporal.Instant },
  now: Temporal.Instant,
): Promise<number> {
  const next = nextAttemptAt.toString()
  const { rows } = await sql<{ state: string }>`
    with left_behind as (
      update delivery set lease_until = null, next_attempt_at = ${next},
        state = case when outbox.created_at <= ${newsSince.toString()} or exists (
          select from briefing_session where briefing_session.id = outbox.briefing_session_id and starts_at <= ${next}
        ) then 'failed' else 'inDoubt' end
      from outbox where outbox.position = delivery.position and state = 'sending' and lease_until < ${now.toString()}
      returning briefing_session_id, person_id, sequence, state
    ), undelivered as (
      update invitation set state = 'undelivered' from left_behind
      where left_behind.state = 'failed' and left_behind.sequence is not null and invitation.briefing_session_id = left_behind.briefing_session_id
        and invitation.person_id = left_behind.person_id and invitation.state = 'ready'
    )
    select state from left_behind`.execute(trx)
  return rows.filter(({ state }) => state === 'inDoubt').length
}
