import type { ParticipantRole, Place } from '#app/domain/attending/registration.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Capacity } from '#app/domain/inviting/engagement.ts'
import type { SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type Participant = { personId: string; name: string; address: string | undefined; linkVersion: number }

/** Somebody whose data are still here. */
export async function findParticipant(db: Db, personId: string): Promise<Participant | undefined> {
  const row = await db
    .selectFrom('person')
    .leftJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person.id', 'person.name', 'person.link_version', 'email_address.address'])
    .where('person.id', '=', personId)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()
  return row && { personId: row.id, name: row.name, address: row.address ?? undefined, linkVersion: row.link_version }
}

/** The version of her link just before somebody was erased; undefined for whoever is still here. */
export async function findLinkVersionBeforeErasing(db: Db, personId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('person')
    .select('link_version')
    .where('id', '=', personId)
    .where('erased_at', 'is not', null)
    .executeTakeFirst()
  return row && row.link_version - 1
}

/** How many mails to and from one person are kept as they were. */
export async function countKeptMails(db: Db, personId: string): Promise<{ toHer: number; fromHer: number }> {
  const { toHer, fromHer } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('outbox')
        .select(fn.countAll<number>().as('count'))
        .where('person_id', '=', personId)
        .where('purged_at', 'is', null)
        .as('toHer'),
      selectFrom('inbox')
        .select(fn.countAll<number>().as('count'))
        .where('person_id', '=', personId)
        .where('purged_at', 'is', null)
        .as('fromHer'),
    ])
    .executeTakeFirstOrThrow()
  return { toHer: toHer ?? 0, fromHer: fromHer ?? 0 }
}

export type OwnEvening = {
  registrationId: string
  briefingSessionId: string
  title: string
  status: SessionStatus
  start: Temporal.Instant
  end: Temporal.Instant
  sequence: number
  rsvpEpoch: number
  municipalityName: string
  role: ParticipantRole
  place: Place
  answer: CalendarAnswer
  facility: string | undefined
  question: string | undefined
  registeredAt: Temporal.Instant
}

/** Every evening one person registered for, the latest first; one line for each time she did. */
export async function listOwnEvenings(db: Db, personId: string): Promise<OwnEvening[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .innerJoin('council', 'council.id', 'registration.council_id')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['registration.id', 'registration.role', 'registration.place', 'registration.answer'])
    .select(['registration.facility', 'registration.question', 'registration.registered_at'])
    .select(['briefing_session.id as session_id', 'briefing_session.title', 'briefing_session.status'])
    .select(['briefing_session.sequence', 'briefing_session.rsvp_epoch'])
    .select(['briefing_session.starts_at', 'briefing_session.ends_at', 'municipality.name'])
    .where('registration.person_id', '=', personId)
    .orderBy('briefing_session.starts_at', 'desc')
    .orderBy('registration.registered_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    registrationId: row.id,
    briefingSessionId: row.session_id,
    title: row.title,
    status: row.status,
    start: toInstant(row.starts_at),
    end: toInstant(row.ends_at),
    sequence: row.sequence,
    rsvpEpoch: row.rsvp_epoch,
    municipalityName: row.name,
    role: row.role,
    place: row.place,
    answer: row.answer,
    facility: row.facility ?? undefined,
    question: row.question ?? undefined,
    registeredAt: toInstant(row.registered_at),
  }))
}

export type OwnEngagement = {
  engagementId: string
  briefingSessionId: string
  title: string
  status: SessionStatus
  start: Temporal.Instant
  end: Temporal.Instant
  capacity: Capacity
  answer: CalendarAnswer
  isLive: boolean
}

/** Every evening somebody was asked for in another capacity than that of a participant, the latest first. */
export async function listOwnEngagements(db: Db, personId: string): Promise<OwnEngagement[]> {
  const rows = await db
    .selectFrom('engagement')
    .innerJoin('briefing_session', 'briefing_session.id', 'engagement.briefing_session_id')
    .select(['engagement.id', 'engagement.capacity', 'engagement.answer', 'engagement.ended_at'])
    .select(['briefing_session.id as session_id', 'briefing_session.title', 'briefing_session.status'])
    .select(['briefing_session.starts_at', 'briefing_session.ends_at'])
    .where('engagement.person_id', '=', personId)
    .orderBy('briefing_session.starts_at', 'desc')
    .orderBy('engagement.begun_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    engagementId: row.id,
    briefingSessionId: row.session_id,
    title: row.title,
    status: row.status,
    start: toInstant(row.starts_at),
    end: toInstant(row.ends_at),
    capacity: row.capacity,
    answer: row.answer,
    isLive: row.ended_at === null,
  }))
}

/** Who works with the portal is needed for more than an evening: a role, now or ever, a request she sent, or because she speaks or is a room that staff book. */
export async function hasWorkHere(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('person_role').select('id').whereRef('person_role.person_id', '=', 'person.id')),
        exists(selectFrom('briefing_request').select('id').whereRef('submitted_by', '=', 'person.id')),
        exists(selectFrom('speaker').select('id').whereRef('speaker.email_address_id', '=', 'person.email_address_id')),
        exists(selectFrom('venue').select('id').whereRef('venue.email_address_id', '=', 'person.email_address_id')),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}
