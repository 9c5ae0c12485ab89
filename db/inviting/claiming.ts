import { sql } from 'kysely'
import type { Db } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'

export type ClaimedMail = {
  id: string
  position: number
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

/** Identifies one claim: the row is still ours while its lease is the one we wrote. */
export type HeldMail = Pick<ClaimedMail, 'position' | 'leaseUntil'>

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
    position: number
    envelope_from: string
    recipient: string
    raw: string
    attempts: number
    doubts: number
    created_at: string
    starts_at: string | null
  }>`
    with ${chosen}, claimed as (
      update delivery set state = 'sending', attempts = attempts + 1, lease_until = ${leaseUntil.toString()}
      where position in (select position from due) returning position, attempts, doubts
    )
    select outbox.id, position, envelope_from, recipient, convert_from(raw, 'UTF8') as raw, attempts, doubts, outbox.created_at, starts_at
    from claimed join outbox using (position) left join briefing_session on briefing_session.id = briefing_session_id
    order by position`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
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

const domain = sql`lower(split_part(outbox.recipient, '@', 2))`

/**
 * `offset 0` keeps the look at the lane a look-up for each mail. A database that last counted when everything had been sent takes the open mails for a
 * handful, and would compare every one of a thousand with all others.
 */
function isDue(now: Temporal.Instant) {
  return sql`mail.state in ('pending', 'inDoubt') and mail.next_attempt_at <= ${now.toString()}
    and not exists (select from delivery earlier
      where earlier.lane = mail.lane and earlier.position < mail.position and earlier.state in ('pending', 'sending', 'inDoubt') offset 0)`
}

function due(limit: number, now: Temporal.Instant) {
  return sql`due as (
    select position from delivery mail where ${isDue(now)} order by position limit ${limit} for update skip locked
  )`
}

/** Mails that are looked at to find the first of each domain. */
const looksAhead = 5_000

function dueAndSpaced(limit: number, nextAt: Temporal.Instant, now: Temporal.Instant) {
  return sql`waiting as (
    select position, ${domain} as domain from delivery mail join outbox using (position) where ${isDue(now)} order by position limit ${looksAhead}
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
    select position from delivery mail where position in (select chosen.position from chosen join turn using (domain)) and mail.state in ('pending', 'inDoubt')
    for update skip locked
  )`
}

/** When the turn comes, or came just now, of a mail that is due and waits only for its domain; undefined when there is none. */
export async function findNextTurn(db: Db, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ next_at: string | null }>`
    select min(next_at) as next_at from recipient_pace
    where exists (
      select from (
        select ${domain} as domain from delivery mail join outbox using (position) where ${isDue(now)} order by position limit ${looksAhead}
      ) as waiting where waiting.domain = recipient_pace.domain)`.execute(db)
  return toOptionalInstant(rows[0]?.next_at ?? null)
}

/** Mails that were claimed and not offered to any server are due again as they were, unless somebody else took them over. One statement, its own transaction. */
export async function handBack(db: Db, mails: readonly HeldMail[]): Promise<void> {
  if (mails.length === 0) return
  const positions = sql.val(mails.map(({ position }) => position))
  const leases = sql.val(mails.map(({ leaseUntil }) => leaseUntil.toString()))
  await sql`
    update delivery set state = case when doubts > 0 then 'inDoubt' else 'pending' end, attempts = attempts - 1, lease_until = null
    from unnest(${positions}::bigint[], ${leases}::timestamptz[]) as claimed (position, lease_until)
    where delivery.position = claimed.position and delivery.state = 'sending' and delivery.lease_until = claimed.lease_until`.execute(
    db,
  )
}

/** Holds a mail longer; false when its lease had ended and somebody else may be sending it. */
export async function renewLease(
  db: Db,
  { position, leaseUntil }: HeldMail,
  until: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ lease_until: until.toString() })
    .where('position', '=', position)
    .where('state', '=', 'sending')
    .where('lease_until', '=', leaseUntil.toString())
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
