import { sql } from 'kysely'
import { leftPlaces, type ParticipantRole, type Place } from '#app/domain/attending/registration.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Db } from '../connection.server.ts'
import { type RegisteredReply, repliesAsJson, toRegisteredReply } from './registered-replies.ts'
import { isUnreachable } from './unreachable.ts'

export type RegisterRow = {
  registrationId: string
  name: string
  role: ParticipantRole
  councilId: string
  municipalityName: string
  place: Place
  answer: CalendarAnswer
  /** Mail to her came back: her address is suspended, or her invitation was not delivered. */
  isUnreachable: boolean
  /** For staff only, to reach her by when mail does not. */
  phone: string | undefined
  /** For staff only: what somebody needs may tell of her health. */
  facility: string | undefined
  question: string | undefined
  personId: string
  /** The newest first. */
  replies: RegisteredReply[]
}

/** One page of people is more than any evening has had: a regional one drew two hundred. */
const mostRows = 2000

/**
 * Who answered what about one evening, when and through which door; whoever left is not in it.
 * @param councilIds only of these councils; undefined for all, which is for staff
 */
export async function listAnswerRegister(
  db: Db,
  briefingSessionId: string,
  councilIds: readonly string[] | undefined,
): Promise<RegisterRow[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .leftJoin('email_address', 'email_address.id', 'person.email_address_id')
    .leftJoin('invitation', (join) =>
      join
        .onRef('invitation.briefing_session_id', '=', 'registration.briefing_session_id')
        .onRef('invitation.person_id', '=', 'registration.person_id'),
    )
    .innerJoin('council', 'council.id', 'registration.council_id')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select('person.id as person_id')
    .select(['registration.id', 'registration.role', 'registration.council_id', 'registration.place'])
    .select(['registration.answer', 'registration.facility', 'registration.question'])
    .select(['person.name', 'person.phone', 'municipality.name as municipality_name'])
    .select(isUnreachable.as('is_unreachable'))
    .select(repliesAsJson(sql`reply.registration_id = registration.id`).as('replies'))
    .where('registration.briefing_session_id', '=', briefingSessionId)
    .where('registration.place', 'not in', leftPlaces)
    .$if(councilIds !== undefined, (query) =>
      query.where('registration.council_id', '=', sql<string>`any(${sql.val([...(councilIds ?? [])])}::uuid[])`),
    )
    .orderBy('municipality.name')
    .orderBy('person.name')
    .orderBy('registration.id')
    .limit(mostRows)
    .execute()
  return rows.map((row) => ({
    registrationId: row.id,
    name: row.name,
    role: row.role,
    councilId: row.council_id,
    municipalityName: row.municipality_name,
    place: row.place,
    answer: row.answer,
    isUnreachable: row.is_unreachable,
    phone: row.phone ?? undefined,
    facility: row.facility ?? undefined,
    question: row.question ?? undefined,
    personId: row.person_id,
    replies: row.replies.map(toRegisteredReply),
  }))
}
