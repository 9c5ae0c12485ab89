import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { ParticipantRole, Place } from '#app/domain/attending/registration.ts'
import type { AnswerDoor, AnswerVia, GivenAnswer, NotApplied } from '#app/domain/inviting/answer.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import { isUnreachable } from './unreachable.ts'

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
  /** Who wrote it down for the participant, or linked it to her. */
  recordedBy: string | undefined
  withdrawn: { by: string; at: Temporal.Instant } | undefined
}

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
/** Nobody answers oftener; what is older stays in the audit. */
const mostReplies = 50

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
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('reply')
          .leftJoin('person as recorder', 'recorder.id', 'reply.recorded_by')
          .leftJoin('person as withdrawer', 'withdrawer.id', 'reply.withdrawn_by')
          .select(['reply.id', 'reply.answer', 'reply.door', 'reply.applied', 'reply.not_applied', 'reply.via'])
          .select(['reply.answered_sequence', 'recorder.name as recorded_by', 'withdrawer.name as withdrawn_by'])
          .select(sql<string>`reply.answered_at::text`.as('at'))
          .select(sql<string | null>`reply.withdrawn_at::text`.as('withdrawn_at'))
          .whereRef('reply.registration_id', '=', 'registration.id')
          .orderBy('reply.id', 'desc')
          .limit(mostReplies),
      ).as('replies'),
    )
    .where('registration.briefing_session_id', '=', briefingSessionId)
    .where('registration.place', 'not in', ['unregistered', 'removed', 'expired'])
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
    replies: row.replies.map((reply) => ({
      id: reply.id,
      answer: reply.answer,
      door: reply.door,
      at: toInstant(reply.at),
      sequence: reply.answered_sequence,
      applied: reply.applied,
      notApplied: reply.not_applied ?? undefined,
      via: reply.via ?? undefined,
      recordedBy: reply.recorded_by ?? undefined,
      withdrawn: reply.withdrawn_at ? { by: reply.withdrawn_by ?? '', at: toInstant(reply.withdrawn_at) } : undefined,
    })),
  }))
}
