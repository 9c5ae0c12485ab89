import { sql } from 'kysely'
import type { AnswerDoor, GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Capacity } from '#app/domain/inviting/engagement.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toOptionalInstant } from '../instant.ts'
import { isUuid } from '../uuid.ts'

/** One person at one evening other than a participant, and what she answered. */
export type Engagement = {
  id: string
  briefingSessionId: string
  personId: string
  capacity: Capacity
  councilId: string | undefined
  isLive: boolean
  answer: CalendarAnswer
  answerSequence: number | undefined
  answeredAt: Temporal.Instant | undefined
}

export async function findEngagement(db: Db, id: string): Promise<Engagement | undefined> {
  if (!isUuid(id)) return undefined
  const row = await selectEngagement(db).where('id', '=', id).executeTakeFirst()
  return row && toEngagement(row)
}

/** The engagement that counts now; else the last one that ended. */
export async function findLastEngagement(
  db: Db,
  briefingSessionId: string,
  personId: string,
): Promise<Engagement | undefined> {
  const row = await selectEngagement(db)
    .where('briefing_session_id', '=', briefingSessionId)
    .where('person_id', '=', personId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  return row && toEngagement(row)
}

/** The topics staff gave the speaker who is engaged; none for a room or a clerk. */
export async function listTopicsOfSpeaker(db: Db, engagementId: string): Promise<string[]> {
  const row = await db
    .selectFrom('engagement')
    .innerJoin('speaker', 'speaker.id', 'engagement.speaker_id')
    .select('speaker.topic_ids')
    .where('engagement.id', '=', engagementId)
    .executeTakeFirst()
  return row?.topic_ids ?? []
}

/** The clerks' engagements for an evening that are of these councils, a person's own first. */
export async function findClerkEngagement(
  db: Db,
  briefingSessionId: string,
  { councilIds, personId }: { councilIds: readonly string[]; personId: string },
): Promise<Engagement | undefined> {
  if (councilIds.length === 0) return undefined
  const row = await selectEngagement(db)
    .where('briefing_session_id', '=', briefingSessionId)
    .where('capacity', '=', 'clerk')
    .where('council_id', 'in', [...councilIds])
    .where('ended_at', 'is', null)
    .orderBy(sql`person_id = ${personId}`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && toEngagement(row)
}

export type ClerkWord = { councilId: string; answer: CalendarAnswer; answeredAt: Temporal.Instant | undefined }

/** What each clerk of a council who holds this evening says. */
export async function listClerkWords(db: Db, briefingSessionId: string, councilId: string): Promise<ClerkWord[]> {
  const rows = await selectEngagement(db)
    .where('briefing_session_id', '=', briefingSessionId)
    .where('capacity', '=', 'clerk')
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null)
    .limit(50)
    .execute()
  return rows.map(({ answer, answered_at }) => ({ councilId, answer, answeredAt: toOptionalInstant(answered_at) }))
}

export async function setEngagedAnswer(
  trx: Trx,
  id: string,
  reply: { answer: GivenAnswer; door: AnswerDoor; answeredSequence: number; answeredAt: Temporal.Instant },
): Promise<void> {
  await trx
    .updateTable('engagement')
    .set({
      answer: reply.answer,
      answer_door: reply.door,
      answer_sequence: reply.answeredSequence,
      answered_at: reply.answeredAt.toString(),
    })
    .where('id', '=', id)
    .execute()
}

export async function clearEngagedAnswer(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('engagement')
    .set({ answer: 'none', answer_door: null, answer_sequence: null, answered_at: null })
    .where('id', '=', id)
    .execute()
}

function selectEngagement(db: Db) {
  return db.selectFrom('engagement').selectAll('engagement')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEngagement>['executeTakeFirstOrThrow']>>

function toEngagement(row: Row): Engagement {
  return {
    id: row.id,
    briefingSessionId: row.briefing_session_id,
    personId: row.person_id,
    capacity: row.capacity,
    councilId: row.council_id ?? undefined,
    isLive: row.ended_at === null,
    answer: row.answer,
    answerSequence: row.answer_sequence ?? undefined,
    answeredAt: toOptionalInstant(row.answered_at),
  }
}
