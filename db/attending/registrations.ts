import { sql } from 'kysely'
import { leftPlaces, type ParticipantRole, type Place } from '#app/domain/attending/registration.ts'
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
        // In words of the index, not as values: see asAfterLongUse in connection.server.ts.
        .where(sql<boolean>`place not in ('unregistered', 'removed', 'expired')`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

export async function findRegistration(db: Db, id: string): Promise<Registration | undefined> {
  return (await listRegistrations(db, [id])).get(id)
}

/** By id. */
export async function listRegistrations(db: Db, ids: readonly string[]): Promise<Map<string, Registration>> {
  const rows = await selectRegistration(db)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, toRegistration(row)]))
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
    .where('place', 'not in', leftPlaces)
    .executeTakeFirst()
  return row && toRegistration(row)
}

/** The registration that counts now; else the last one that was ended. */
export async function findLastRegistration(
  db: Db,
  briefingSessionId: string,
  personId: string,
): Promise<Registration | undefined> {
  return (await listLastRegistrations(db, [{ briefingSessionId, personId }]))[0]
}

/** The same for each of these, in no order. */
export async function listLastRegistrations(
  db: Db,
  asked: readonly { briefingSessionId: string; personId: string }[],
): Promise<Registration[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<Row>`
    select last.* from unnest(
      ${asked.map(({ briefingSessionId }) => briefingSessionId)}::uuid[], ${asked.map(({ personId }) => personId)}::uuid[]
    ) as asked (session_id, person_id)
    cross join lateral (
      select * from registration where briefing_session_id = asked.session_id and registration.person_id = asked.person_id
      order by ended_at desc nulls first limit 1
    ) as last`.execute(db)
  return rows.map(toRegistration)
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

export type AppliedAnswer = {
  answer: Exclude<CalendarAnswer, 'none'>
  door: AnswerDoor
  answeredSequence: number
  answeredAt: Temporal.Instant
}

export async function setAnswer(trx: Trx, id: string, answer: AppliedAnswer): Promise<void> {
  await setAnswers(trx, [{ ...answer, registrationId: id }])
}

/** Each registration at most once. */
export async function setAnswers(
  trx: Trx,
  answers: readonly (AppliedAnswer & { registrationId: string })[],
): Promise<void> {
  if (answers.length === 0) return
  await sql`
    update registration set answer = given.answer, answer_door = given.door, answer_sequence = given.sequence, answered_at = given.at
    from unnest(
      ${answers.map(({ registrationId }) => registrationId)}::uuid[], ${answers.map(({ answer }) => answer)}::text[],
      ${answers.map(({ door }) => door)}::text[], ${answers.map(({ answeredSequence }) => answeredSequence)}::int[],
      ${answers.map(({ answeredAt }) => answeredAt.toString())}::timestamptz[]
    ) as given (id, answer, door, sequence, at)
    where registration.id = given.id`.execute(trx)
}

/** Sets the answer back to none, when the only one there was is taken back. */
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
