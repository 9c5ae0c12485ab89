import { expressionBuilder, type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { AnswerDoor, AnswerVia, GivenAnswer, NotApplied } from '#app/domain/inviting/answer.ts'
import { toInstant } from '../instant.ts'
import type { Database } from '../schema.ts'

export type RegisteredReply = {
  id: number
  answer: GivenAnswer
  door: AnswerDoor
  at: Temporal.Instant
  /** SEQUENCE of the evening that was answered. */
  sequence: number
  applied: boolean
  /** Undefined when it counted, or was kept before the reason was. */
  notApplied: NotApplied | undefined
  via: AnswerVia | undefined
  /** What was added to it. */
  remark: string
  /** Who wrote it down for another, or linked it to her. */
  recordedBy: string | undefined
  withdrawn: { by: string; at: Temporal.Instant } | undefined
}

/** Nobody answers oftener; what is older stays in the audit. */
const mostReplies = 50

/** Every answer of one person about one evening, the newest first. `whose` ties it to the row around it. */
export function repliesAsJson(whose: RawBuilder<boolean>) {
  return jsonArrayFrom(
    expressionBuilder<Database>()
      .selectFrom('reply')
      .leftJoin('person as recorder', 'recorder.id', 'reply.recorded_by')
      .leftJoin('person as withdrawer', 'withdrawer.id', 'reply.withdrawn_by')
      .select(['reply.id', 'reply.answer', 'reply.door', 'reply.applied', 'reply.not_applied', 'reply.via'])
      .select(['reply.answered_sequence', 'reply.remark'])
      .select(['recorder.name as recorded_by', 'withdrawer.name as withdrawn_by'])
      .select(sql<string>`reply.answered_at::text`.as('at'))
      .select(sql<string | null>`reply.withdrawn_at::text`.as('withdrawn_at'))
      .where(whose)
      .orderBy('reply.id', 'desc')
      .limit(mostReplies),
  )
}

type Row = {
  id: number
  answer: GivenAnswer
  door: AnswerDoor
  applied: boolean
  not_applied: NotApplied | null
  via: AnswerVia | null
  answered_sequence: number
  remark: string
  recorded_by: string | null
  withdrawn_by: string | null
  at: string
  withdrawn_at: string | null
}

export function toRegisteredReply(row: Row): RegisteredReply {
  return {
    id: row.id,
    answer: row.answer,
    door: row.door,
    at: toInstant(row.at),
    sequence: row.answered_sequence,
    applied: row.applied,
    notApplied: row.not_applied ?? undefined,
    via: row.via ?? undefined,
    remark: row.remark,
    recordedBy: row.recorded_by ?? undefined,
    withdrawn: row.withdrawn_at ? { by: row.withdrawn_by ?? '', at: toInstant(row.withdrawn_at) } : undefined,
  }
}
