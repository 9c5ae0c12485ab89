import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant, toPlainDate } from '../instant.ts'
import type { BriefingRequestTable } from '../schema.ts'

/** What a request asks of the evening that answers it. */
export type RequestToSchedule = {
  id: string
  reference: string
  status: BriefingRequestTable['status']
  dosNumber: string | undefined
  regionName: string | undefined
  formatTitle: string
  formatMinutes: number
  councilQuestion: string
  expectedPeople: number
  venueKind: BriefingRequestTable['venue_kind']
  venueNote: string
  isPublic: boolean
  topics: { topicId: string; title: string; minutes: number }[]
  /** Without those that said no. Silence is not consent: only `hasJoined` takes part by itself. */
  councils: {
    councilId: string
    municipalityId: string
    municipalityName: string
    usualEvenings: number[]
    hasJoined: boolean
  }[]
  preferredDates: Temporal.PlainDate[]
}

export async function findRequestToSchedule(db: Db, reference: string): Promise<RequestToSchedule | undefined> {
  const row = await db
    .selectFrom('briefing_request as br')
    .innerJoin('session_format', 'session_format.id', 'br.format_id')
    .leftJoin('region', 'region.id', 'br.region_id')
    .select(['br.id', 'br.reference', 'br.status', 'br.dos_number', 'br.council_question', 'br.venue_kind'])
    .select(['br.venue_note', 'br.openness', 'br.expected_councillors', 'br.expected_committee_members'])
    .select(['session_format.title as format_title', 'session_format.minutes as format_minutes'])
    .select('region.name as region_name')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('briefing_request_topic as chosen')
          .innerJoin('topic', 'topic.id', 'chosen.topic_id')
          .select(['topic.id', 'topic.title', 'chosen.minutes'])
          .whereRef('chosen.briefing_request_id', '=', 'br.id')
          .orderBy('chosen.position'),
      ).as('topics'),
      jsonArrayFrom(
        eb
          .selectFrom('briefing_request_council as taking_part')
          .innerJoin('council', 'council.id', 'taking_part.council_id')
          .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
          .select(['council.id', 'council.municipality_id', 'municipality.name'])
          .select(['council.usual_evenings', 'taking_part.state'])
          .whereRef('taking_part.briefing_request_id', '=', 'br.id')
          .where('taking_part.state', '<>', 'declined')
          .orderBy('taking_part.is_lead', 'desc')
          .orderBy('municipality.name'),
      ).as('councils'),
      jsonArrayFrom(
        eb
          .selectFrom('preferred_date')
          .select('day')
          .whereRef('preferred_date.briefing_request_id', '=', 'br.id')
          .orderBy('position'),
      ).as('preferred_dates'),
    ])
    .where('br.reference', '=', reference)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      reference: row.reference,
      status: row.status,
      dosNumber: row.dos_number ?? undefined,
      regionName: row.region_name ?? undefined,
      formatTitle: row.format_title,
      formatMinutes: row.format_minutes,
      councilQuestion: row.council_question,
      expectedPeople: row.expected_councillors + row.expected_committee_members,
      venueKind: row.venue_kind,
      venueNote: row.venue_note,
      isPublic: row.openness === 'public',
      topics: row.topics.map(({ id, title, minutes }) => ({ topicId: id, title, minutes })),
      councils: row.councils.map(({ id, municipality_id, name, usual_evenings, state }) => ({
        councilId: id,
        municipalityId: municipality_id,
        municipalityName: name,
        usualEvenings: usual_evenings,
        hasJoined: state === 'joined',
      })),
      preferredDates: row.preferred_dates.map(({ day }) => toPlainDate(day)),
    }
  )
}

/** Requests in treatment for which no evening stands yet, who waits longest first. */
export async function listRequestsWithoutSession(
  db: Db,
  limit: number,
): Promise<{ reference: string; municipalities: string[]; waitingSince: Temporal.Instant }[]> {
  const rows = await db
    .selectFrom('briefing_request as br')
    .select(['br.reference', 'br.waiting_since'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('briefing_request_council as taking_part')
          .innerJoin('council', 'council.id', 'taking_part.council_id')
          .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
          .select('municipality.name')
          .whereRef('taking_part.briefing_request_id', '=', 'br.id')
          .where('taking_part.state', '<>', 'declined')
          .orderBy('municipality.name'),
      ).as('municipalities'),
    )
    .where('br.status', '=', 'inTreatment')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('briefing_session_request as link')
            .innerJoin('briefing_session', 'briefing_session.id', 'link.briefing_session_id')
            .select('link.briefing_session_id')
            .whereRef('link.briefing_request_id', '=', 'br.id')
            .where('briefing_session.status', '<>', 'cancelled'),
        ),
      ),
    )
    .orderBy('br.waiting_since')
    .limit(limit)
    .execute()
  return rows.map(({ reference, waiting_since, municipalities }) => ({
    reference,
    municipalities: municipalities.map(({ name }) => name),
    waitingSince: toInstant(waiting_since),
  }))
}

/** Locks a request, so that one evening is planned for it and no more. */
export async function lockRequestToSchedule(trx: Trx, reference: string): Promise<RequestToSchedule | undefined> {
  await trx.selectFrom('briefing_request').select('id').where('reference', '=', reference).forUpdate().execute()
  return findRequestToSchedule(trx, reference)
}
