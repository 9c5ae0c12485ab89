import { sql } from 'kysely'
import type { AnswerDoor, AnswerVia, GivenAnswer, KeptAnswer, NotApplied } from '#app/domain/inviting/answer.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'
import { asRows } from '../rows.ts'

/** Of a participant, or of somebody engaged in another capacity. */
export type ReplyOf = { registrationId: string } | { engagementId: string }

export type NewReply = ReplyOf & {
  answer: GivenAnswer
  door: AnswerDoor
  /** The version that was answered. */
  answeredSequence: number
  answeredAt: Temporal.Instant
  /** The clerk or staff member who wrote it down; undefined when the participant answered herself. */
  recordedBy: string | undefined
  /** Undefined when it counts. */
  notApplied: NotApplied | undefined
  remark?: string
  /** The mail it was in. */
  inboxId?: string
  via?: AnswerVia
}

/** Every answer is kept, also one that changes nothing: the register shows who said what, when and through which door. */
export async function insertReply(trx: Trx, reply: NewReply, receivedAt: Temporal.Instant): Promise<number> {
  const [id = 0] = await insertReplies(trx, [reply], receivedAt)
  return id
}

/** The same for many. Gives their ids, in the same order. */
export async function insertReplies(
  trx: Trx,
  replies: readonly NewReply[],
  receivedAt: Temporal.Instant,
): Promise<number[]> {
  if (replies.length === 0) return []
  const given = replies.map(({ notApplied, answeredAt, ...reply }) => ({
    ...reply,
    answeredAt: answeredAt.toString(),
    notApplied,
    applied: notApplied === undefined,
    remark: reply.remark ?? '',
  }))
  const { rows } = await sql<{ id: number }>`
    insert into reply (registration_id, engagement_id, answer, door, answered_sequence, answered_at, received_at, recorded_by, applied, not_applied,
      remark, inbox_id, via)
    select "registrationId", "engagementId", answer, door, "answeredSequence", "answeredAt", ${receivedAt.toString()}::timestamptz, "recordedBy", applied,
      "notApplied", remark, "inboxId", via
    from jsonb_to_recordset(${asRows(given)}::jsonb) as given (
      "registrationId" uuid, "engagementId" uuid, answer text, door text, "answeredSequence" int, "answeredAt" timestamptz, "recordedBy" uuid,
      applied boolean, "notApplied" text, remark text, "inboxId" uuid, via text
    ) returning id`.execute(trx)
  // Numbered in the order in which they were given.
  return rows.map(({ id }) => id).sort((one, other) => one - other)
}

/** One line of somebody's history. */
export type Reply = KeptAnswer & {
  id: number
  answer: GivenAnswer
  door: AnswerDoor
  answeredAt: Temporal.Instant
  via: AnswerVia | undefined
}

const mostReplies = 50

/** What one person said about one evening, the newest first; at most fifty. */
export async function listReplies(db: Db, of: ReplyOf): Promise<Reply[]> {
  const rows = await repliesOf(db, of).orderBy('id', 'desc').limit(mostReplies).execute()
  return rows.map(toReply)
}

/** What the clerks of one council said about an evening, the newest first, with the name of whoever said it. */
export async function listClerkReplies(
  db: Db,
  briefingSessionId: string,
  councilId: string,
): Promise<(Reply & { by: string })[]> {
  const rows = await db
    .selectFrom('reply')
    .innerJoin('engagement', 'engagement.id', 'reply.engagement_id')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .leftJoin('person as recorder', 'recorder.id', 'reply.recorded_by')
    .select(['reply.id', 'reply.answer', 'reply.door', 'reply.answered_at', 'reply.answered_sequence'])
    .select(['reply.applied', 'reply.not_applied', 'reply.via', 'reply.withdrawn_at'])
    .select((eb) => eb.fn.coalesce('recorder.name', 'person.name').as('by'))
    .where('engagement.briefing_session_id', '=', briefingSessionId)
    .where('engagement.capacity', '=', 'clerk')
    .where('engagement.council_id', '=', councilId)
    .orderBy('reply.id', 'desc')
    .limit(mostReplies)
    .execute()
  return rows.map(({ by, ...row }) => ({ ...toReply(row), by }))
}

/** A participant's reply with the registration it belongs to. */
export async function findReply(db: Db, id: number): Promise<(Reply & { registrationId: string }) | undefined> {
  const row = await selectReplies(db).select('registration_id').where('id', '=', id).executeTakeFirst()
  return row?.registration_id ? { ...toReply(row), registrationId: row.registration_id } : undefined
}

/** The reply of a speaker, a room or a clerk, with the engagement it belongs to. */
export async function findEngagedReply(db: Db, id: number): Promise<(Reply & { engagementId: string }) | undefined> {
  const row = await selectReplies(db).select('engagement_id').where('id', '=', id).executeTakeFirst()
  return row?.engagement_id ? { ...toReply(row), engagementId: row.engagement_id } : undefined
}

/** The reply that counts after another was taken back: the latest that was not taken back and is not about an earlier time of the evening. */
export async function findStandingAnswer(db: Db, of: ReplyOf, rsvpEpoch: number): Promise<Reply | undefined> {
  const row = await repliesOf(db, of)
    .where('withdrawn_at', 'is', null)
    .where('answered_sequence', '>=', rsvpEpoch)
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toReply(row)
}

/** Lets a reply count that did not, because a later one was taken back. */
export async function markApplied(trx: Trx, id: number): Promise<void> {
  await trx.updateTable('reply').set({ applied: true, not_applied: null }).where('id', '=', id).execute()
}

export async function markWithdrawn(trx: Trx, id: number, personId: string, now: Temporal.Instant): Promise<void> {
  const withdrawn = { withdrawn_at: now.toString(), withdrawn_by: personId }
  await trx.updateTable('reply').set(withdrawn).where('id', '=', id).execute()
}

function repliesOf(db: Db, of: ReplyOf) {
  return 'registrationId' in of
    ? selectReplies(db).where('registration_id', '=', of.registrationId)
    : selectReplies(db).where('engagement_id', '=', of.engagementId)
}

function selectReplies(db: Db) {
  return db
    .selectFrom('reply')
    .select(['id', 'answer', 'door', 'answered_at', 'answered_sequence', 'applied', 'not_applied', 'via'])
    .select('withdrawn_at')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReplies>['executeTakeFirstOrThrow']>>

function toReply(row: Row): Reply {
  return {
    id: row.id,
    answer: row.answer,
    door: row.door,
    answeredAt: toInstant(row.answered_at),
    answeredSequence: row.answered_sequence,
    applied: row.applied,
    notApplied: row.not_applied ?? undefined,
    via: row.via ?? undefined,
    withdrawnAt: toOptionalInstant(row.withdrawn_at),
  }
}
