import { sql } from 'kysely'
import type { WithheldReason } from '#app/domain/inviting/outbox-words.ts'
import { findEmailAddressId } from '../access/email-addresses.ts'
import type { Db, Trx } from '../connection.server.ts'

export type WithheldRecord = {
  kind: string
  reason: WithheldReason
  briefingSessionId?: string
  briefingRequestId?: string
  personId?: string
  /** Of a suspended address: the mail as it was written, which leaves when the address works again. Without `post` it is not worth sending later. */
  held?: { address: string; dedupeKey?: string; post?: object }
}

/** A mail that may not leave yet; staff see why and what to do. The same mail is withheld once, and not at all when it left before. */
export async function recordWithheldMail(trx: Trx, mail: WithheldRecord, now: Temporal.Instant): Promise<void> {
  const { held } = mail
  if (held?.dedupeKey && (await hasLeft(trx, held.dedupeKey))) return
  await trx
    .insertInto('withheld_mail')
    .values({
      kind: mail.kind,
      reason: mail.reason,
      briefing_session_id: mail.briefingSessionId ?? null,
      briefing_request_id: mail.briefingRequestId ?? null,
      person_id: mail.personId ?? null,
      email_address_id: held ? ((await findEmailAddressId(trx, held.address)) ?? null) : null,
      dedupe_key: held?.dedupeKey ?? null,
      post: held?.post ? JSON.stringify(held.post) : null,
      withheld_at: now.toString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['dedupe_key']).where('resolved_at', 'is', null).where('dedupe_key', 'is not', null).doNothing(),
    )
    .execute()
}

async function hasLeft(trx: Trx, dedupeKey: string): Promise<boolean> {
  const row = await trx.selectFrom('outbox').select('id').where('dedupe_key', '=', dedupeKey).executeTakeFirst()
  return row !== undefined
}

/**
 * Which of these addresses are suspended, in lower case. They stay so until the caller's transaction ends: whoever releases one waits, and then finds what
 * was withheld meanwhile.
 */
export async function lockSuspended(trx: Trx, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await trx
    .selectFrom('email_address')
    .select('address')
    .where('address', 'in', [...addresses])
    .where('suspended_at', 'is not', null)
    .orderBy('id')
    .forShare()
    .execute()
  return new Set(rows.map(({ address }) => address.toLowerCase()))
}

export type OpenableMail = {
  id: number
  emailAddressId: string
  briefingSessionId: string | undefined
  personId: string | undefined
}

/** What a suspended address held back, of addresses that work again and are not among `passed`: the oldest first. */
export async function findNextToOpen(db: Db, passed: readonly string[] = []): Promise<OpenableMail | undefined> {
  const row = await db
    .selectFrom('withheld_mail')
    .innerJoin('email_address', 'email_address.id', 'withheld_mail.email_address_id')
    .select(['withheld_mail.id', 'withheld_mail.briefing_session_id', 'withheld_mail.person_id'])
    .select('email_address.id as email_address_id')
    .where('email_address.id', '<>', sql<string>`all(${sql.val([...passed])}::uuid[])`)
    .where('withheld_mail.reason', '=', 'addressSuspended')
    .where('withheld_mail.resolved_at', 'is', null)
    .where('email_address.suspended_at', 'is', null)
    .orderBy('withheld_mail.id')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      emailAddressId: row.email_address_id,
      briefingSessionId: row.briefing_session_id ?? undefined,
      personId: row.person_id ?? undefined,
    }
  )
}

export type TakenMail = { id: number; kind: string; address: string; post: unknown }

/** Takes one mail out; undefined when somebody else did, or when the address is suspended again. */
export async function takeWithheld(trx: Trx, id: number, now: Temporal.Instant): Promise<TakenMail | undefined> {
  const row = await trx
    .updateTable('withheld_mail')
    .from('email_address')
    .set({ resolved_at: now.toString() })
    .whereRef('email_address.id', '=', 'withheld_mail.email_address_id')
    .where('email_address.suspended_at', 'is', null)
    .where('withheld_mail.id', '=', id)
    .where('withheld_mail.resolved_at', 'is', null)
    .returning(['withheld_mail.id', 'withheld_mail.kind', 'email_address.address', 'withheld_mail.post'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  await trx.updateTable('withheld_mail').set({ post: null }).where('id', '=', id).execute()
  return row
}

/** Everything of one lane that is still withheld: what is sent now says it all. */
export async function settleWithheldOfEvening(
  trx: Trx,
  { briefingSessionId, personId, lane }: { briefingSessionId: string; personId: string; lane: string },
  now: Temporal.Instant,
): Promise<TakenMail[]> {
  const rows = await trx
    .updateTable('withheld_mail')
    .from('email_address')
    .set({ resolved_at: now.toString() })
    .whereRef('email_address.id', '=', 'withheld_mail.email_address_id')
    .where('withheld_mail.briefing_session_id', '=', briefingSessionId)
    .where('withheld_mail.person_id', '=', personId)
    .where('withheld_mail.reason', '=', 'addressSuspended')
    .where('withheld_mail.resolved_at', 'is', null)
    // What was withheld before its text was kept was calendar mail.
    .where(sql<boolean>`(withheld_mail.post is null or withheld_mail.post ->> 'lane' = ${lane})`)
    .returning(['withheld_mail.id', 'withheld_mail.kind', 'email_address.address', 'withheld_mail.post'])
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await trx.updateTable('withheld_mail').set({ post: null }).where('id', 'in', ids).execute()
  return rows.sort((one, other) => one.id - other.id)
}

/** Who is reachable at another address gets there what the old one held back. */
export async function moveWithheld(trx: Trx, { from, to }: { from: string; to: string }): Promise<void> {
  await trx
    .updateTable('withheld_mail')
    .set({ email_address_id: to })
    .where('email_address_id', '=', from)
    .where('resolved_at', 'is', null)
    .execute()
}

/** How many mails wait for this address to work again. */
export async function countWithheldAt(db: Db, emailAddressId: string): Promise<number> {
  const { rows } = await sql<{ mails: number }>`
    select (
      select count(*) from withheld_mail where email_address_id = ${emailAddressId} and kind <> 'reminder' and resolved_at is null
    ) + (
      select count(*) from posted_mail join email_address on lower(posted_mail.recipient) = lower(email_address.address)
      where email_address.id = ${emailAddressId} and kind <> 'reminder' and posted_mail.state = 'held'
    ) as mails`.execute(db)
  return rows[0]?.mails ?? 0
}
