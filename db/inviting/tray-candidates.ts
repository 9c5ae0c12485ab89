import { placesToCome } from '#app/domain/attending/registration.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

/** Somebody whom an unknown answer may be from: her registration for one evening. */
export type TrayCandidate = {
  registrationId: string
  personId: string
  name: string
  municipalityName: string
  answer: CalendarAnswer
  briefingSessionId: string
  title: string
  start: Temporal.Instant
  /** Of the evening, as it is now. */
  sequence: number
}

export type CandidateSearch = {
  /** The evening that the answer is about; undefined when the mail does not tell: then every evening to come. */
  briefingSessionId: string | undefined
  /** Part of a name. */
  text: string
  /** Without a text: this person, or everybody when there is an evening. */
  personId: string | undefined
}

/** More than a list can be chosen from; whoever is not in it is found by name. */
export const mostCandidates = 60

/** By name; the guessed person first. */
export async function listTrayCandidates(
  db: Db,
  { briefingSessionId, text, personId }: CandidateSearch,
  now: Temporal.Instant,
): Promise<TrayCandidate[]> {
  if (briefingSessionId === undefined && text === '' && personId === undefined) return []
  const rows = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .innerJoin('council', 'council.id', 'registration.council_id')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['registration.id', 'registration.person_id', 'registration.answer', 'person.name'])
    .select(['municipality.name as municipality_name', 'briefing_session.id as session_id'])
    .select(['briefing_session.title', 'briefing_session.starts_at', 'briefing_session.sequence'])
    .where('registration.place', 'in', placesToCome)
    .$if(briefingSessionId !== undefined, (query) =>
      query.where('registration.briefing_session_id', '=', briefingSessionId ?? ''),
    )
    .$if(briefingSessionId === undefined, (query) =>
      query
        .where('briefing_session.status', 'in', ['published', 'changed'])
        .where('briefing_session.ends_at', '>', now.toString()),
    )
    .$if(text !== '', (query) => query.where('person.name', 'ilike', `%${text.replace(/[\\%_]/g, '\\$&')}%`))
    .$if(text === '' && briefingSessionId === undefined, (query) => query.where('person.id', '=', personId ?? ''))
    .orderBy(
      (eb) => eb('person.id', '=', personId ?? null),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('person.name')
    .orderBy('registration.id')
    .limit(mostCandidates)
    .execute()
  return rows.map((row) => ({
    registrationId: row.id,
    personId: row.person_id,
    name: row.name,
    municipalityName: row.municipality_name,
    answer: row.answer,
    briefingSessionId: row.session_id,
    title: row.title,
    start: toInstant(row.starts_at),
    sequence: row.sequence,
  }))
}

/** Undefined when nobody of that name takes part, or more than one does. */
export async function findOnlyParticipantNamed(
  db: Db,
  briefingSessionId: string,
  name: string,
): Promise<string | undefined> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .select('person.id')
    .where('registration.briefing_session_id', '=', briefingSessionId)
    .where('registration.place', 'in', placesToCome)
    .where((eb) => eb(eb.fn('lower', ['person.name']), '=', name.toLowerCase()))
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]?.id : undefined
}
