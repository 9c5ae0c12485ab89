import type { ParticipantRole, Place } from '#app/domain/attending/registration.ts'
import type { AnswerDoor } from '#app/domain/inviting/answer.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'

export type Registration = {
  id: string
  briefingSessionId: string
  personId: string
  councilId: string
  role: ParticipantRole
  place: Place
  facility: string | undefined
  question: string | undefined
  answer: CalendarAnswer
  answerSequence: number | undefined
  answeredAt: Temporal.Instant | undefined
  answerDoor: AnswerDoor | undefined
  registeredAt: Temporal.Instant
}

export type NewRegistration = Pick<Registration, 'briefingSessionId' | 'personId' | 'councilId' | 'role' | 'place'> & {
  facility: string | undefined
  question: string | undefined
}

/** The id, or undefined when this person is registered already: the constraint one_live_registration decides. */
export async function insertRegistration(
  trx: Trx,
  registration: NewRegistration,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const added = await trx
    .insertInto('registration')
    .values({
      briefing_session_id: registration.briefingSessionId,
      person_id: registration.personId,
      council_id: registration.councilId,
      role: registration.role,
      place: registration.place,
      facility: registration.facility ?? null,
      question: registration.question ?? null,
      registered_at: now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['briefing_session_id', 'person_id'])
        .where('place', 'not in', ['unregistered', 'removed', 'expired'])
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

export async function findRegistration(db: Db, id: string): Promise<Registration | undefined> {
  const row = await selectRegistration(db).where('id', '=', id).executeTakeFirst()
  return row && toRegistration(row)
}

/** The registration that counts now. */
export async function findLiveRegistration(
  db: Db,
  briefingSessionId: string,
  personId: string,
): Promise<Registration | undefined> {
  const row = await selectRegistration(db)
    .where('briefing_session_id', '=', briefingSessionId)
    .where('person_id', '=', personId)
    .where('place', 'not in', ['unregistered', 'removed', 'expired'])
    .executeTakeFirst()
  return row && toRegistration(row)
}

/** The registration that counts now; else the last one that was ended. */
export async function findLastRegistration(
  db: Db,
  briefingSessionId: string,
  personId: string,
): Promise<Registration | undefined> {
  const row = await selectRegistration(db)
    .where('briefing_session_id', '=', briefingSessionId)
    .where('person_id', '=', personId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  return row && toRegistration(row)
}

export async function setPlace(trx: Trx, id: string, place: Place): Promise<void> {
  await trx.updateTable('registration').set({ place }).where('id', '=', id).execute()
}

export async function endRegistration(
  trx: Trx,
  id: string,
  place: 'unregistered' | 'removed',
  now: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('registration').set({ place, ended_at: now.toString() }).where('id', '=', id).execute()
}

export async function setFacility(trx: Trx, id: string, facility: string | undefined): Promise<void> {
  await trx
    .updateTable('registration')
    .set({ facility: facility ?? null })
    .where('id', '=', id)
    .execute()
}

export async function setAnswer(
  trx: Trx,
  id: string,
  reply: {
    answer: Exclude<CalendarAnswer, 'none'>
    door: AnswerDoor
    answeredSequence: number
    answeredAt: Temporal.Instant
  },
): Promise<void> {
  await trx
    .updateTable('registration')
    .set({
      answer: reply.answer,
      answer_door: reply.door,
      answer_sequence: reply.answeredSequence,
      answered_at: reply.answeredAt.toString(),
    })
    .where('id', '=', id)
    .execute()
}

/** Nothing was answered: the only answer there was, was taken back. */
export async function clearAnswer(trx: Trx, id: string): Promise<void> {
  const nothing = { answer_door: null, answer_sequence: null, answered_at: null }
  await trx
    .updateTable('registration')
    .set({ answer: 'none', ...nothing })
    .where('id', '=', id)
    .execute()
}

function selectRegistration(db: Db) {
  return db.selectFrom('registration').selectAll('registration')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRegistration>['executeTakeFirstOrThrow']>>

function toRegistration(row: Row): Registration {
  return {
    id: row.id,
    briefingSessionId: row.briefing_session_id,
    personId: row.person_id,
    councilId: row.council_id,
    role: row.role,
    place: row.place,
    facility: row.facility ?? undefined,
    question: row.question ?? undefined,
    answer: row.answer,
    answerSequence: row.answer_sequence ?? undefined,
    answeredAt: toOptionalInstant(row.answered_at),
    answerDoor: row.answer_door ?? undefined,
    registeredAt: toInstant(row.registered_at),
  }
}
