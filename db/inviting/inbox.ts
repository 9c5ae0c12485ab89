import { sql } from 'kysely'
import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { GuessReason } from '#app/domain/inviting/incoming-mail.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type Door = 'lmtp' | 'imap' | 'command'

export type NewInboxMail = {
  sha256: Buffer
  raw: Buffer
  door: Door
  deliveredTo: string | undefined
}

export type InboxMail = {
  id: string
  raw: Buffer
  deliveredTo: string | undefined
  receivedAt: Temporal.Instant
}

/** Keeps a mail as it came, before anything is done with it. The constraint on its hash decides whether it is a new one. */
export async function keepMail(
  db: Db,
  mail: NewInboxMail,
  now: Temporal.Instant,
): Promise<{ id: string; isNew: boolean }> {
  const added = await db
    .insertInto('inbox')
    .values({
      sha256: mail.sha256,
      raw: mail.raw,
      door: mail.door,
      delivered_to: mail.deliveredTo ?? null,
      received_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return { id: added.id, isNew: true }
  const { id } = await db.selectFrom('inbox').select('id').where('sha256', '=', mail.sha256).executeTakeFirstOrThrow()
  return { id, isNew: false }
}

/** Undefined when it was processed already, or somebody else is at it. */
export async function lockUnprocessedMail(trx: Trx, id: string): Promise<InboxMail | undefined> {
  const row = await trx
    .selectFrom('inbox')
    .select(['id', 'raw', 'delivered_to', 'received_at'])
    .where('id', '=', id)
    .where('state', '=', 'received')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      raw: row.raw,
      deliveredTo: row.delivered_to ?? undefined,
      receivedAt: toInstant(row.received_at),
    }
  )
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

export async function settleMail(trx: Trx, id: string, verdict: Verdict, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('inbox')
    .set({
      state: verdict.state,
      finding: verdict.finding,
      decision: verdict.decision,
      reason: verdict.reason ?? null,
      person_id: verdict.personId ?? null,
      briefing_session_id: verdict.briefingSessionId ?? null,
      registration_id: verdict.registrationId ?? null,
      sender: verdict.facts?.sender ?? null,
      subject: verdict.facts?.subject ?? null,
      delegated_to: verdict.facts?.delegatedTo ?? null,
      session_sequence: verdict.facts?.sessionSequence ?? null,
      guessed_by: verdict.facts?.guessedBy ?? null,
      said: verdict.facts?.said ?? null,
      engagement_id: verdict.engagementId ?? null,
      processed_at: now.toString(),
    })
    .where('id', '=', id)
    .execute()
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
    .where('state', '=', 'received')
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
    .where('state', '=', 'review')
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
