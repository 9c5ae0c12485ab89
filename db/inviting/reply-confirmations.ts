import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'

export type NewConfirmation = {
  tokenHash: Buffer
  inboxId: string
  registrationId: string
  personId: string
  briefingSessionId: string
  rsvpEpoch: number
  answer: GivenAnswer
  answeredSequence: number
  answeredAt: Temporal.Instant
  expiresAt: Temporal.Instant
}

/** False when she was asked before about this evening at this time: the constraint decides, so that no two machines go on for ever. */
export async function insertConfirmation(
  trx: Trx,
  confirmation: NewConfirmation,
  now: Temporal.Instant,
): Promise<boolean> {
  const added = await trx
    .insertInto('reply_confirmation')
    .values({
      token_hash: confirmation.tokenHash,
      inbox_id: confirmation.inboxId,
      registration_id: confirmation.registrationId,
      person_id: confirmation.personId,
      briefing_session_id: confirmation.briefingSessionId,
      rsvp_epoch: confirmation.rsvpEpoch,
      answer: confirmation.answer,
      answered_sequence: confirmation.answeredSequence,
      answered_at: confirmation.answeredAt.toString(),
      asked_at: now.toString(),
      expires_at: confirmation.expiresAt.toString(),
    })
    .onConflict((conflict) => conflict.constraint('asked_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The mail could not leave: she was not asked after all. */
export async function deleteConfirmation(trx: Trx, tokenHash: Buffer): Promise<void> {
  await trx.deleteFrom('reply_confirmation').where('token_hash', '=', tokenHash).execute()
}

export type Confirmation = {
  inboxId: string | undefined
  registrationId: string
  personId: string
  briefingSessionId: string
  answer: GivenAnswer
  answeredSequence: number
  answeredAt: Temporal.Instant
  expiresAt: Temporal.Instant
  outcome: 'confirmed' | 'denied' | undefined
}

export async function findConfirmation(db: Db, tokenHash: Buffer): Promise<Confirmation | undefined> {
  const row = await db
    .selectFrom('reply_confirmation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return (
    row && {
      inboxId: row.inbox_id ?? undefined,
      registrationId: row.registration_id,
      personId: row.person_id,
      briefingSessionId: row.briefing_session_id,
      answer: row.answer,
      answeredSequence: row.answered_sequence,
      answeredAt: toInstant(row.answered_at),
      expiresAt: toInstant(row.expires_at),
      outcome: row.outcome ?? undefined,
    }
  )
}

/** Uses the link up. This one UPDATE decides: of any number of callers one gets true. */
export async function settleConfirmation(
  trx: Trx,
  tokenHash: Buffer,
  outcome: 'confirmed' | 'denied',
  now: Temporal.Instant,
): Promise<boolean> {
  const settled = await trx
    .updateTable('reply_confirmation')
    .set({ outcome, settled_at: now.toString() })
    .where('token_hash', '=', tokenHash)
    .where('outcome', 'is', null)
    .where('expires_at', '>', now.toString())
    .returning('id')
    .executeTakeFirst()
  return settled !== undefined
}

export type AskedPerson = {
  askedAt: Temporal.Instant
  expiresAt: Temporal.Instant
  outcome: 'confirmed' | 'denied' | undefined
  settledAt: Temporal.Instant | undefined
}

/** Whether this person was asked about this evening, and what she answered: by this mail, or by an earlier one like it. */
export async function findAskedPerson(
  db: Db,
  { personId, briefingSessionId }: { personId: string; briefingSessionId: string },
): Promise<AskedPerson | undefined> {
  const row = await db
    .selectFrom('reply_confirmation')
    .select(['asked_at', 'expires_at', 'outcome', 'settled_at'])
    .where('person_id', '=', personId)
    .where('briefing_session_id', '=', briefingSessionId)
    .orderBy('rsvp_epoch', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      askedAt: toInstant(row.asked_at),
      expiresAt: toInstant(row.expires_at),
      outcome: row.outcome ?? undefined,
      settledAt: toOptionalInstant(row.settled_at),
    }
  )
}
