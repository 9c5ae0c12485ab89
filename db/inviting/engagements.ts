import { sql } from 'kysely'
import type { AnswerDoor, GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Capacity } from '#app/domain/inviting/engagement.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'
import { isUuid } from '../uuid.ts'
import { type Addressee, lastOf } from './invitees.ts'

export const allCapacities: readonly Capacity[] = ['speaker', 'venue', 'clerk']

/** As whom somebody is engaged: the speaker, the room or the council behind the person. */
export type EngagedAs = { capacity: Capacity; personId: string; subjectId: string }

/** Somebody who has the evening in a calendar without being a participant, with everything that her calendar mail needs. */
export type EngagedRecord = Addressee & {
  engagementId: string
  capacity: Capacity
  subjectId: string
  /** When she gave the answer that counts. */
  answeredAt: Temporal.Instant | undefined
  /** What a speaker can speak about; empty for others. */
  topicIds: string[]
}

/** Speakers and rooms that are booked for an evening and have an address, or said by telephone what they can. An address is one person: the first capacity counts. */
export async function listBookedAddressees(db: Db, briefingSessionId: string): Promise<EngagedAs[]> {
  const speakers = db
    .selectFrom('speaker_booking as booking')
    .innerJoin('speaker', 'speaker.id', 'booking.speaker_id')
    .innerJoin('person', 'person.email_address_id', 'speaker.email_address_id')
    .select([sql<Capacity>`'speaker'`.as('capacity'), 'person.id as person_id', 'speaker.id as subject_id'])
    .where('booking.briefing_session_id', '=', briefingSessionId)
  const rows = await db
    .selectFrom(
      speakers
        .unionAll(
          db
            .selectFrom('venue_booking as booking')
            .innerJoin('venue', 'venue.id', 'booking.venue_id')
            .innerJoin('person', 'person.email_address_id', 'venue.email_address_id')
            .select([sql<Capacity>`'venue'`.as('capacity'), 'person.id as person_id', 'venue.id as subject_id'])
            .where('booking.briefing_session_id', '=', briefingSessionId),
        )
        .unionAll(
          db
            .selectFrom('engagement')
            .innerJoin('speaker_booking as booking', (join) =>
              join
                .onRef('booking.briefing_session_id', '=', 'engagement.briefing_session_id')
                .onRef('booking.speaker_id', '=', 'engagement.speaker_id'),
            )
            .innerJoin('speaker', 'speaker.id', 'booking.speaker_id')
            .select([sql<Capacity>`'speaker'`.as('capacity'), 'engagement.person_id', 'speaker.id as subject_id'])
            .where('engagement.briefing_session_id', '=', briefingSessionId)
            .where('engagement.ended_at', 'is', null)
            .where('speaker.email_address_id', 'is', null),
        )
        .unionAll(
          db
            .selectFrom('engagement')
            .innerJoin('venue_booking as booking', (join) =>
              join
                .onRef('booking.briefing_session_id', '=', 'engagement.briefing_session_id')
                .onRef('booking.venue_id', '=', 'engagement.venue_id'),
            )
            .innerJoin('venue', 'venue.id', 'booking.venue_id')
            .select([sql<Capacity>`'venue'`.as('capacity'), 'engagement.person_id', 'venue.id as subject_id'])
            .where('engagement.briefing_session_id', '=', briefingSessionId)
            .where('engagement.ended_at', 'is', null)
            .where('venue.email_address_id', 'is', null),
        )
        .as('booked'),
    )
    .select(['capacity', 'person_id', 'subject_id'])
    .distinctOn('person_id')
    .orderBy('person_id')
    .orderBy('capacity')
    .orderBy('subject_id')
    .execute()
  return rows.map(({ capacity, person_id, subject_id }) => ({ capacity, personId: person_id, subjectId: subject_id }))
}

/** Everybody who is engaged for an evening now; with `personIds` only these. */
export async function listEngaged(
  db: Db,
  briefingSessionId: string,
  capacities: readonly Capacity[],
  personIds?: readonly string[],
): Promise<EngagedRecord[]> {
  const rows = await db
    .selectFrom('engagement')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .leftJoin('speaker', 'speaker.id', 'engagement.speaker_id')
    .leftJoin('venue', 'venue.id', 'engagement.venue_id')
    .leftJoin('email_address', 'email_address.id', 'person.email_address_id')
    .leftJoin('invitation', (join) =>
      join
        .onRef('invitation.briefing_session_id', '=', 'engagement.briefing_session_id')
        .onRef('invitation.person_id', '=', 'engagement.person_id'),
    )
    .select([
      'engagement.id',
      'engagement.person_id',
      'engagement.capacity',
      'engagement.answer',
      'engagement.answered_at',
    ])
    .select((eb) => eb.fn.coalesce('speaker.name', 'venue.name', 'person.name').as('name'))
    .select((eb) =>
      eb.fn
        .coalesce('engagement.speaker_id', 'engagement.venue_id', 'engagement.council_id')
        .$castTo<string>()
        .as('subject_id'),
    )
    .select(['speaker.topic_ids', 'person.calendar_token', 'person.link_version'])
    .select(['email_address.address', 'email_address.suspended_at'])
    .select(['invitation.last_sequence', 'invitation.last_stamped_at', 'invitation.first_message_id'])
    .select('invitation.state')
    .where('engagement.briefing_session_id', '=', briefingSessionId)
    .where('engagement.ended_at', 'is', null)
    .where('engagement.capacity', 'in', [...capacities])
    .$if(personIds !== undefined, (query) =>
      query.where('engagement.person_id', '=', sql<string>`any(${sql.val([...(personIds ?? [])])}::uuid[])`),
    )
    .orderBy('engagement.begun_at')
    .orderBy('engagement.id')
    .execute()
  return rows.map((row) => ({
    engagementId: row.id,
    personId: row.person_id,
    capacity: row.capacity,
    subjectId: row.subject_id,
    answeredAt: toOptionalInstant(row.answered_at),
    topicIds: row.topic_ids ?? [],
    name: row.name,
    address: row.address ?? undefined,
    isSuspended: row.suspended_at !== null,
    calendarToken: row.calendar_token,
    linkVersion: row.link_version,
    answer: row.answer,
    last: lastOf(row),
  }))
}

/** What these people's calendars got last about an evening, when it was taken out: coming back needs a higher SEQUENCE. */
export async function findHighestCancel(
  db: Db,
  briefingSessionId: string,
  personIds: readonly string[],
): Promise<number | undefined> {
  if (personIds.length === 0) return undefined
  const { highest } = await db
    .selectFrom('invitation')
    .select((eb) => eb.fn.max('last_sequence').as('highest'))
    .where('briefing_session_id', '=', briefingSessionId)
    .where('state', '=', 'cancelled')
    .where('person_id', '=', sql<string>`any(${sql.val([...personIds])}::uuid[])`)
    .executeTakeFirstOrThrow()
  return highest ?? undefined
}

/** Who is engaged already stays so, in the capacity she has. */
export async function insertEngagements(
  trx: Trx,
  briefingSessionId: string,
  people: readonly EngagedAs[],
  now: Temporal.Instant,
): Promise<void> {
  if (people.length === 0) return
  await trx
    .insertInto('engagement')
    .values(
      people.map(({ capacity, personId, subjectId }) => ({
        briefing_session_id: briefingSessionId,
        person_id: personId,
        capacity,
        speaker_id: capacity === 'speaker' ? subjectId : null,
        venue_id: capacity === 'venue' ? subjectId : null,
        council_id: capacity === 'clerk' ? subjectId : null,
        begun_at: now.toString(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['briefing_session_id', 'person_id']).where('ended_at', 'is', null).doNothing(),
    )
    .execute()
}

export async function endEngagements(trx: Trx, engagementIds: readonly string[], now: Temporal.Instant): Promise<void> {
  if (engagementIds.length === 0) return
  await trx
    .updateTable('engagement')
    .set({ ended_at: now.toString() })
    .where('id', 'in', [...engagementIds])
    .execute()
}

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
  begunAt: Temporal.Instant
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
export async function findTopicsOfSpeaker(db: Db, engagementId: string): Promise<string[]> {
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

/**
 * Engages a booked speaker or room without an address, as somebody who can only be called. Undefined when it is not booked, or has an address.
 * The caller holds the lock on the evening.
 */
export async function engageWithoutAddress(
  trx: Trx,
  {
    briefingSessionId,
    subjectId,
    calendarToken,
  }: { briefingSessionId: string; subjectId: string; calendarToken: string },
  now: Temporal.Instant,
): Promise<string | undefined> {
  const booked = await findBookedWithoutAddress(trx, briefingSessionId, subjectId)
  if (booked === undefined) return undefined
  const { capacity, name } = booked
  const before = await trx
    .selectFrom('engagement')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .select('person.id')
    .where(capacity === 'speaker' ? 'engagement.speaker_id' : 'engagement.venue_id', '=', subjectId)
    .where('person.email_address_id', 'is', null)
    .where('person.erased_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const person =
    before ??
    (await trx
      .insertInto('person')
      .values({ name, calendar_token: calendarToken, created_at: now.toString() })
      .returning('id')
      .executeTakeFirstOrThrow())
  await insertEngagements(trx, briefingSessionId, [{ capacity, personId: person.id, subjectId }], now)
  const engagement = await findLastEngagement(trx, briefingSessionId, person.id)
  return engagement?.id
}

async function findBookedWithoutAddress(trx: Trx, briefingSessionId: string, subjectId: string) {
  if (!isUuid(subjectId)) return undefined
  const speaker = await trx
    .selectFrom('speaker_booking')
    .innerJoin('speaker', 'speaker.id', 'speaker_booking.speaker_id')
    .select('speaker.name')
    .where('speaker_booking.briefing_session_id', '=', briefingSessionId)
    .where('speaker.id', '=', subjectId)
    .where('speaker.email_address_id', 'is', null)
    .executeTakeFirst()
  if (speaker) return { capacity: 'speaker' as const, name: speaker.name }
  const venue = await trx
    .selectFrom('venue_booking')
    .innerJoin('venue', 'venue.id', 'venue_booking.venue_id')
    .select('venue.name')
    .where('venue_booking.briefing_session_id', '=', briefingSessionId)
    .where('venue.id', '=', subjectId)
    .where('venue.email_address_id', 'is', null)
    .executeTakeFirst()
  return venue && { capacity: 'venue' as const, name: venue.name }
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
    begunAt: toInstant(row.begun_at),
  }
}
