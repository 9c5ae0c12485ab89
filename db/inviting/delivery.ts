import { sql } from 'kysely'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'

export type ClaimedMail = {
  id: string
  envelopeFrom: string
  recipient: string
  raw: Buffer
  /** This attempt included. */
  attempts: number
  doubts: number
  createdAt: Temporal.Instant
  sessionStart: Temporal.Instant | undefined
  /** Until then this mail is ours alone. */
  leaseUntil: Temporal.Instant
}

export type Claim = {
  limit: number
  leaseUntil: Temporal.Instant
  /** The time between two mails to one domain of recipients; undefined for no limit. */
  spacing?: Temporal.Duration
}

/**
 * Takes mails that are due, oldest first, and marks them as being sent until `leaseUntil`. A mail waits for every older one of its lane that is not
 * finished, so a CANCEL never overtakes its REQUEST; `skip locked` lets several workers claim side by side. With a spacing at most one mail is taken for each
 * domain of recipients, and only when its turn has come, whoever took the one before. One statement, its own transaction.
 */
export async function claimDueMails(
  db: Db,
  { limit, leaseUntil, spacing }: Claim,
  now: Temporal.Instant,
): Promise<ClaimedMail[]> {
  const chosen = spacing ? dueAndSpaced(limit, now.add(spacing), now) : due(limit, now)
  const { rows } = await sql<{
    id: string
    envelope_from: string
    recipient: string
    raw: string
    attempts: number
    doubts: number
    created_at: string
    starts_at: string | null
  }>`
    with ${chosen}
    update outbox set state = 'sending', attempts = attempts + 1, lease_until = ${leaseUntil.toString()}
    where id in (select id from due)
    returning id, envelope_from, recipient, convert_from(raw, 'UTF8') as raw, attempts, doubts, created_at,
      (select starts_at from briefing_session where briefing_session.id = outbox.briefing_session_id) as starts_at`.execute(
    db,
  )
  return rows.map((row) => ({
    id: row.id,
    envelopeFrom: row.envelope_from,
    recipient: row.recipient,
    raw: Buffer.from(row.raw),
    attempts: row.attempts,
    doubts: row.doubts,
    createdAt: toInstant(row.created_at),
    sessionStart: toOptionalInstant(row.starts_at),
    leaseUntil,
  }))
}

const domain = sql`lower(split_part(mail.recipient, '@', 2))`

/**
 * `offset 0` keeps the look at the lane a look-up for each mail. A database that last counted when everything had been sent takes the open mails for a
 * handful, and would compare every one of a thousand with all others.
 */
function isDue(now: Temporal.Instant) {
  return sql`mail.state in ('pending', 'inDoubt') and mail.next_attempt_at <= ${now.toString()}
    and not exists (select from outbox earlier
      where earlier.lane = mail.lane and earlier.position < mail.position and earlier.state in ('pending', 'sending', 'inDoubt') offset 0)`
}

function due(limit: number, now: Temporal.Instant) {
  return sql`due as (
    select id from outbox mail where ${isDue(now)} order by position limit ${limit} for update skip locked
  )`
}

/** Mails that are looked at to find the first of each domain. */
const looksAhead = 5_000

function dueAndSpaced(limit: number, nextAt: Temporal.Instant, now: Temporal.Instant) {
  return sql`waiting as (
    select id, position, ${domain} as domain from outbox mail where ${isDue(now)} order by position limit ${looksAhead}
  ), first_of_domain as (
    select distinct on (domain) * from waiting
    where not exists (select from recipient_pace where recipient_pace.domain = waiting.domain and next_at > ${now.toString()})
    order by domain, position
  ), chosen as (select * from first_of_domain order by position limit ${limit}),
  turn as (
    insert into recipient_pace (domain, next_at) select domain, ${nextAt.toString()}::timestamptz from chosen order by domain
    on conflict (domain) do update set next_at = excluded.next_at where recipient_pace.next_at <= ${now.toString()}
    returning domain
  ), due as (
    select id from outbox mail where id in (select chosen.id from chosen join turn using (domain)) and mail.state in ('pending', 'inDoubt')
    for update skip locked
  )`
}

/** When the turn comes, or came just now, of a mail that is due and waits only for its domain; undefined when there is none. */
export async function findNextTurn(db: Db, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ next_at: string | null }>`
    select min(next_at) as next_at from recipient_pace
    where exists (
      select from (select * from outbox mail where ${isDue(now)} order by position limit ${looksAhead}) as mail
      where ${domain} = recipient_pace.domain)`.execute(db)
  return toOptionalInstant(rows[0]?.next_at ?? null)
}

/** Mails that were claimed and not offered to any server are due again as they were, unless somebody else took them over. One statement, its own transaction. */
export async function handBack(db: Db, mails: readonly Pick<ClaimedMail, 'id' | 'leaseUntil'>[]): Promise<void> {
  if (mails.length === 0) return
  const ids = sql.val(mails.map(({ id }) => id))
  const leases = sql.val(mails.map(({ leaseUntil }) => leaseUntil.toString()))
  await sql`
    update outbox set state = case when doubts > 0 then 'inDoubt' else 'pending' end, attempts = attempts - 1, lease_until = null
    from unnest(${ids}::uuid[], ${leases}::timestamptz[]) as claimed (id, lease_until)
    where outbox.id = claimed.id and outbox.state = 'sending' and outbox.lease_until = claimed.lease_until`.execute(db)
}

/** Holds a mail longer; false when its lease had ended and somebody else may be sending it. */
export async function renewLease(
  db: Db,
  { id, leaseUntil }: Pick<ClaimedMail, 'id' | 'leaseUntil'>,
  until: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ lease_until: until.toString() })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('lease_until', '=', leaseUntil.toString())
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Acceptance = { id: string; response: string; at: Temporal.Instant }

/** A server took these, whatever others thought of them meanwhile. One statement, its own transaction; recording the same twice is harmless. */
export async function recordSent(db: Db, acceptances: readonly Acceptance[]): Promise<void> {
  const ids = sql.val(acceptances.map(({ id }) => id))
  const responses = sql.val(acceptances.map(({ response }) => response))
  const moments = sql.val(acceptances.map(({ at }) => at.toString()))
  await sql`
    with accepted as (
      select * from unnest(${ids}::uuid[], ${responses}::text[], ${moments}::timestamptz[]) as accepted (id, response, at)
    ), sent as (
      update outbox set state = 'sent', sent_at = accepted.at, smtp_code = 250, smtp_text = accepted.response, lease_until = null
      from accepted where outbox.id = accepted.id and outbox.state <> 'sent' returning outbox.briefing_session_id, outbox.person_id
    )
    update invitation set state = 'sent' from sent
    where invitation.briefing_session_id = sent.briefing_session_id and invitation.person_id = sent.person_id and invitation.state = 'ready'`.execute(
    db,
  )
}

export type Outcome =
  | { state: 'pending' | 'inDoubt'; nextAttemptAt: Temporal.Instant; code: number | null; text: string }
  | { state: 'failed'; code: number | null; text: string }

/** The server did not take it, or nobody knows. A failed calendar mail leaves its invitation "niet bezorgd". */
export async function recordOutcome(
  trx: Trx,
  { id, leaseUntil }: Pick<ClaimedMail, 'id' | 'leaseUntil'>,
  outcome: Outcome,
): Promise<void> {
  const isDoubt = outcome.state === 'inDoubt'
  const next = outcome.state === 'failed' ? null : outcome.nextAttemptAt.toString()
  await sql`
    with tried as (
      update outbox set state = ${outcome.state}, next_attempt_at = coalesce(${next}::timestamptz, next_attempt_at), lease_until = null,
        smtp_code = ${outcome.code}, smtp_text = ${outcome.text}, doubts = doubts + ${isDoubt ? 1 : 0}
      where id = ${id} and state = 'sending' and lease_until = ${leaseUntil.toString()} returning briefing_session_id, person_id, state
    )
    update invitation set state = 'undelivered' from tried
    where tried.state = 'failed' and invitation.briefing_session_id = tried.briefing_session_id and invitation.person_id = tried.person_id
      and invitation.state = 'ready'`.execute(trx)
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
      update outbox set lease_until = null, next_attempt_at = ${next},
        state = case when created_at <= ${newsSince.toString()} or exists (
          select from briefing_session where briefing_session.id = outbox.briefing_session_id and starts_at <= ${next}
        ) then 'failed' else 'inDoubt' end
      where state = 'sending' and lease_until < ${now.toString()} returning briefing_session_id, person_id, state
    ), undelivered as (
      update invitation set state = 'undelivered' from left_behind
      where left_behind.state = 'failed' and invitation.briefing_session_id = left_behind.briefing_session_id
        and invitation.person_id = left_behind.person_id and invitation.state = 'ready'
    )
    select state from left_behind`.execute(trx)
  return rows.filter(({ state }) => state === 'inDoubt').length
}
