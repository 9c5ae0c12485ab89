import type { AnswerDoor, GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type NewReply = {
  registrationId: string
  answer: GivenAnswer
  door: AnswerDoor
  /** The version that was answered. */
  answeredSequence: number
  answeredAt: Temporal.Instant
  /** The clerk or staff member who wrote it down; undefined when the participant answered herself. */
  recordedBy: string | undefined
  /** False when it answered a version from before the last change of time, or came in late. */
  applied: boolean
  remark?: string
}

/** Every answer is kept, also one that changes nothing: the register shows who said what, when and through which door. */
export async function insertReply(trx: Trx, reply: NewReply, receivedAt: Temporal.Instant): Promise<void> {
  await trx
    .insertInto('reply')
    .values({
      registration_id: reply.registrationId,
      answer: reply.answer,
      door: reply.door,
      answered_sequence: reply.answeredSequence,
      answered_at: reply.answeredAt.toString(),
      received_at: receivedAt.toString(),
      recorded_by: reply.recordedBy ?? null,
      applied: reply.applied,
      remark: reply.remark ?? '',
    })
    .execute()
}

export type Reply = {
  answer: GivenAnswer
  door: AnswerDoor
  answeredAt: Temporal.Instant
  applied: boolean
}

/** What one person said about one evening, the newest first. */
export async function listReplies(db: Db, registrationId: string): Promise<Reply[]> {
  const rows = await db
    .selectFrom('reply')
    .select(['answer', 'door', 'answered_at', 'applied'])
    .where('registration_id', '=', registrationId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ answer, door, answered_at, applied }) => ({
    answer,
    door,
    answeredAt: toInstant(answered_at),
    applied,
  }))
}
