import { sql } from 'kysely'
import type { Capacity } from '#app/domain/inviting/engagement.ts'
import type { Db, Trx } from '../connection.server.ts'
import { isUuid } from '../uuid.ts'
import { findLastEngagement } from './engaged-answers.ts'
import { type EngagedAs, insertEngagements } from './engagements.ts'

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
