import { sql } from 'kysely'
import type { Capacity } from '#app/domain/inviting/engagement.ts'
import type { Db, Trx } from '../connection.server.ts'
import { isUuid } from '../uuid.ts'
import { findLastEngagement } from './engaged-answers.ts'
import { type EngagedAs, insertEngagements } from './engagements.ts'

/** Speakers and rooms that are booked for an evening and have an address, or said by telephone what they can. An address is one person: the first capacity counts. */
export async function listBookedAddressees(db: Db, briefingSessionId: string): Promise<EngagedAs[]> {
  const addressees = db
    .selectFrom(booked(db, briefingSessionId).as('booked'))
    .leftJoin('person', 'person.email_address_id', 'booked.email_address_id')
    .leftJoin('engagement', (join) =>
      join
        .on('booked.email_address_id', 'is', null)
        .on((eb) => eb('booked.subject_id', '=', eb.fn.coalesce('engagement.speaker_id', 'engagement.venue_id')))
        .on('engagement.briefing_session_id', '=', briefingSessionId)
        .on('engagement.ended_at', 'is', null),
    )
    .select(['booked.capacity', 'booked.subject_id'])
    .select((eb) => eb.fn.coalesce('person.id', 'engagement.person_id').$castTo<string>().as('person_id'))
    .where((eb) => eb.or([eb('person.id', 'is not', null), eb('engagement.id', 'is not', null)]))
  const rows = await db
    .selectFrom(addressees.as('addressee'))
    .select(['capacity', 'person_id', 'subject_id'])
    .distinctOn('person_id')
    .orderBy('person_id')
    .orderBy('capacity')
    .orderBy('subject_id')
    .execute()
  return rows.map(({ capacity, person_id, subject_id }) => ({ capacity, personId: person_id, subjectId: subject_id }))
}

/** The speakers and the room of an evening, with an address or without. */
function booked(db: Db, briefingSessionId: string) {
  return db
    .selectFrom('speaker_booking as booking')
    .innerJoin('speaker', 'speaker.id', 'booking.speaker_id')
    .select([sql<Capacity>`'speaker'`.as('capacity'), 'speaker.id as subject_id'])
    .select(['speaker.name', 'speaker.email_address_id'])
    .where('booking.briefing_session_id', '=', briefingSessionId)
    .unionAll(
      db
        .selectFrom('venue_booking as booking')
        .innerJoin('venue', 'venue.id', 'booking.venue_id')
        .select([sql<Capacity>`'venue'`.as('capacity'), 'venue.id as subject_id'])
        .select(['venue.name', 'venue.email_address_id'])
        .where('booking.briefing_session_id', '=', briefingSessionId),
    )
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
  const found = await findBookedWithoutAddress(trx, briefingSessionId, subjectId)
  if (found === undefined) return undefined
  const { capacity, name } = found
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
  return trx
    .selectFrom(booked(trx, briefingSessionId).as('booked'))
    .select(['capacity', 'name'])
    .where('subject_id', '=', subjectId)
    .where('email_address_id', 'is', null)
    .executeTakeFirst()
}
