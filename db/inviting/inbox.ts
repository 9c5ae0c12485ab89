import { sql } from 'kysely'
import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { GuessReason } from '#app/domain/inviting/incoming-mail.ts'
import type { Db, Trx } from '../connection.server.ts'
import { asRows } from '../rows.ts'

export type Door = 'lmtp' | 'imap' | 'command'

export type NewInboxMail = {
  sha256: Buffer
  raw: Buffer
  door: Door
  deliveredTo: string | undefined
  receivedAt: Temporal.Instant
}

export type InboxMail = { id: string; raw: Buffer; deliveredTo: string | undefined }

/**
 * Keeps mails as they came, before anything is done with them. The constraint on its hash decides whether one is new. One statement and its own
 * transaction for all that came together: what reaches the disk is one commit.
 */
export async function keepMails(db: Db, mails: readonly NewInboxMail[]): Promise<{ id: string; isNew: boolean }[]> {
  const { rows: added } = await sql<{ id: string; sha256: Buffer }>`
    insert into inbox (sha256, raw, door, delivered_to, received_at)
    select * from unnest(
      ${mails.map(({ sha256 }) => sha256)}::bytea[], ${mails.map(({ raw }) => raw)}::bytea[], ${mails.map(({ door }) => door)}::text[],
      ${mails.map(({ deliveredTo }) => deliveredTo ?? null)}::text[],
      ${mails.map(({ receivedAt }) => receivedAt.toString())}::timestamptz[])
    on conflict (sha256) do nothing returning id, sha256`.execute(db)
  const ids = new Map(added.map(({ id, sha256 }) => [sha256.toString('hex'), id]))
  const known = mails.filter(({ sha256 }) => !ids.has(sha256.toString('hex')))
  const before = known.length === 0 ? [] : await findByHash(db, known)
  const idsBefore = new Map(before.map(({ id, sha256 }) => [sha256.toString('hex'), id]))
  return mails.map(({ sha256 }) => {
    const hash = sha256.toString('hex')
    const id = ids.get(hash)
    // The same mail twice in one go is new once.
    ids.delete(hash)
    if (id !== undefined) idsBefore.set(hash, id)
    return { id: idsBefore.get(hash) ?? '', isNew: id !== undefined }
  })
}

function findByHash(db: Db, mails: readonly NewInboxMail[]) {
  const hashes = mails.map(({ sha256 }) => sha256)
  return db.selectFrom('inbox').select(['id', 'sha256']).where('sha256', 'in', hashes).execute()
}

/** Undefined when it was processed already. */
export async function findUnprocessedMail(db: Db, id: string): Promise<InboxMail | undefined> {
  const row = await db
    .selectFrom('inbox')
    .select(['id', 'raw', 'delivered_to'])
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst()
  return row && { id: row.id, raw: row.raw, deliveredTo: row.delivered_to ?? undefined }
}

/** Those of them that were not processed yet, and that nobody else is at. */
export async function lockUnprocessedMails(trx: Trx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('inbox')
    .select('id')
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .where('state', '=', 'received')
    .forUpdate()
    .skipLocked()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export type Verdict = {
  state: 'processed' | 'review'
  finding: string
  decision: string
  reason: string | undefined
  personId: string | undefined
  briefingSessionId: string | undefined
  registrationId: string | undefined
  /** Of whoever answered in another capacity than that of a participant. */
  engagementId?: string | undefined
  facts?: MailFacts
}

/** What staff see in a list, so that no list has to take mails apart. Goes with the mail itself. */
export type MailFacts = {
  sender: string | undefined
  subject: string
  delegatedTo: string | undefined
  /** SEQUENCE of the evening now: what an answer without one is about, whenever staff look at it. */
  sessionSequence: number | undefined
  guessedBy: GuessReason | undefined
  /** The answer in it, whoever gave it. */
  said: GivenAnswer | undefined
}

export type SettledMail = { id: string; verdict: Verdict }

export async function settleMails(trx: Trx, settled: readonly SettledMail[], now: Temporal.Instant): Promise<void> {
  const rows = settled.map(({ id, verdict: { facts, ...verdict } }) => ({ id, ...verdict, ...facts }))
  const ids = sql.val(settled.map(({ id }) => id))
  await sql`
    update inbox set state = verdict.state, finding = verdict.finding, decision = verdict.decision, reason = verdict.reason,
      person_id = verdict."personId", briefing_session_id = verdict."briefingSessionId", registration_id = verdict."registrationId",
      engagement_id = verdict."engagementId", sender = verdict.sender, subject = verdict.subject, delegated_to = verdict."delegatedTo",
      session_sequence = verdict."sessionSequence", guessed_by = verdict."guessedBy", said = verdict.said, processed_at = ${now.toString()}
    from jsonb_to_recordset(${asRows(rows)}::jsonb) as verdict (
      id uuid, state text, finding text, decision text, reason text, "personId" uuid, "briefingSessionId" uuid, "registrationId" uuid,
      "engagementId" uuid, sender text, subject text, "delegatedTo" text, "sessionSequence" int, "guessedBy" text, said text
    ) where inbox.id = verdict.id and inbox.id = any(${ids}::uuid[])`.execute(trx)
}

/** Counts a try that failed; gives how many there were. */
export async function countFailedTry(db: Db, id: string): Promise<number> {
  const { attempts } = await db
    .updateTable('inbox')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return attempts
}

/** Kept but never finished: what a crash left behind. */
export async function listUnprocessedMail(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('inbox')
    .select('id')
    .where('state', '=', sql.lit('received'))
    .orderBy('received_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** How much came before staff since then, counted no further than `enough`. */
export async function countReviewMailSince(db: Db, since: Temporal.Instant, enough: number): Promise<number> {
  const rows = await db
    .selectFrom('inbox')
    .select('id')
    .where('state', '=', sql.lit('review'))
    .where('received_at', '>', since.toString())
    .limit(enough)
    .execute()
  return rows.length
}

/** Whether this person asked for the invitation again since then, and got it. */
export async function wasSentAgainSince(db: Db, personId: string, since: Temporal.Instant): Promise<boolean> {
  const found = await db
    .selectFrom('inbox')
    .select('id')
    .where('person_id', '=', personId)
    .where('decision', '=', 'sendAgain')
    .where('processed_at', '>', since.toString())
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Off the tray; false when it was off already. */
export async function closeMail(
  trx: Trx,
  id: string,
  about: { personId?: string; briefingSessionId?: string; registrationId?: string } = {},
): Promise<boolean> {
  const closed = await trx
    .updateTable('inbox')
    .set({
      state: 'closed',
      ...(about.personId && { person_id: about.personId }),
      ...(about.briefingSessionId && { briefing_session_id: about.briefingSessionId }),
      ...(about.registrationId && { registration_id: about.registrationId }),
    })
    .where('id', '=', id)
    .where('state', '=', 'review')
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}

/** On the tray again. */
export async function reopenMail(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('inbox').set({ state: 'review' }).where('id', '=', id).where('state', '=', 'closed').execute()
}
