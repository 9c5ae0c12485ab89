import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'
import type { BriefingSessionTable, Database } from '../schema.ts'
import { isUuid } from '../uuid.ts'
import { toVenue } from './venues.ts'

/** One evening with everything that belongs to it. */
export async function findBriefingSession(db: Db, id: string): Promise<BriefingSession | undefined> {
  if (!isUuid(id)) return undefined
  const row = await wholeSession(db).where('briefing_session.id', '=', id).executeTakeFirst()
  return row && toBriefingSession(row)
}

/** One evening, locked until this transaction ends: nobody else changes it meanwhile. */
export async function lockBriefingSession(trx: Trx, id: string): Promise<BriefingSession | undefined> {
  if (!isUuid(id)) return undefined
  const held = await trx.selectFrom('briefing_session').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  // Read after the lock: what a waiting transaction saw before it waited may be gone.
  return held && findBriefingSession(trx, id)
}

/** Those of several registrations at once, by id; always locked in the same order, so that nobody waits for somebody who waits for her. */
export async function lockSessionsOfRegistrations(
  trx: Trx,
  registrationIds: readonly string[],
): Promise<Map<string, BriefingSession>> {
  const { rows: held } = await sql<{ id: string }>`
    select id from briefing_session
    where id in (select briefing_session_id from registration where id = any(${[...registrationIds]}::uuid[]))
    order by id for update`.execute(trx)
  const ids = held.map(({ id }) => id)
  const rows = await wholeSession(trx)
    .where('briefing_session.id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, toBriefingSession(row)]))
}

/** The evenings that these entries in a calendar are about, by UID. */
export async function listSessionsByCalendarUid(
  db: Db,
  uids: readonly string[],
): Promise<Map<string, BriefingSession>> {
  if (uids.length === 0) return new Map()
  const rows = await wholeSession(db)
    .where('calendar_uid', '=', sql<string>`any(${sql.val([...uids])}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.calendar_uid, toBriefingSession(row)]))
}

/** One evening, when at least one of these councils takes part in it; another council's evening is not there. */
export async function findSessionOfCouncils(
  db: Db,
  id: string,
  councilIds: readonly string[],
): Promise<BriefingSession | undefined> {
  if (!isUuid(id) || councilIds.length === 0) return undefined
  const row = await wholeSession(db)
    .where('briefing_session.id', '=', id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('briefing_session_council')
          .select('council_id')
          .whereRef('briefing_session_council.briefing_session_id', '=', 'briefing_session.id')
          .where('council_id', 'in', [...councilIds]),
      ),
    )
    .executeTakeFirst()
  return row && toBriefingSession(row)
}

/** The evening behind a council's own link, and which council that is. */
export async function findSessionByLink(
  db: Db,
  linkToken: string,
): Promise<{ briefingSession: BriefingSession; councilId: string } | undefined> {
  const link = await db
    .selectFrom('briefing_session_council')
    .select(['briefing_session_id', 'council_id'])
    .where('link_token', '=', linkToken)
    .executeTakeFirst()
  const briefingSession = link && (await findBriefingSession(db, link.briefing_session_id))
  return briefingSession && { briefingSession, councilId: link.council_id }
}

type Eb = ExpressionBuilder<Database, 'briefing_session'>

const venueOf = (eb: Eb) =>
  jsonObjectFrom(eb.selectFrom('venue').selectAll('venue').whereRef('venue.id', '=', 'briefing_session.venue_id'))

const programmeOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('programme_item')
      .select(['position', 'title', 'minutes', 'topic_id'])
      .whereRef('programme_item.briefing_session_id', '=', 'briefing_session.id')
      .orderBy('position'),
  )

const speakersOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('speaker_booking')
      .innerJoin('speaker', 'speaker.id', 'speaker_booking.speaker_id')
      .select(['speaker.id', 'speaker.name', 'speaker.organisation'])
      .whereRef('speaker_booking.briefing_session_id', '=', 'briefing_session.id')
      .orderBy('speaker.name'),
  )

const councilsOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('briefing_session_council')
      .innerJoin('council', 'council.id', 'briefing_session_council.council_id')
      .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
      .select([
        'council.id',
        'council.usual_evenings',
        'municipality.id as municipality_id',
        'municipality.name as municipality_name',
        'municipality.slug',
        'briefing_session_council.link_token',
        'briefing_session_council.quota',
      ])
      .whereRef('briefing_session_council.briefing_session_id', '=', 'briefing_session.id')
      .orderBy('municipality.name'),
  )

const requestsOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('briefing_session_request')
      .innerJoin('briefing_request', 'briefing_request.id', 'briefing_session_request.briefing_request_id')
      .select(['briefing_request.id', 'briefing_request.reference', 'briefing_request.status'])
      .whereRef('briefing_session_request.briefing_session_id', '=', 'briefing_session.id')
      .orderBy('briefing_request.reference'),
  )

function wholeSession(db: Db) {
  return db
    .selectFrom('briefing_session')
    .selectAll('briefing_session')
    .select((eb) => [
      venueOf(eb).as('venue'),
      programmeOf(eb).as('programme'),
      speakersOf(eb).as('speakers'),
      councilsOf(eb).as('councils'),
      requestsOf(eb).as('requests'),
    ])
}

type WholeRow = Awaited<ReturnType<ReturnType<typeof wholeSession>['executeTakeFirstOrThrow']>>

function toBriefingSession(row: WholeRow): BriefingSession {
  return {
    ...toOwnFacts(row),
    venue: row.venue ? toVenue(row.venue) : undefined,
    programme: row.programme.map(({ position, title, minutes, topic_id }) => ({
      position,
      title,
      minutes,
      topicId: topic_id ?? undefined,
    })),
    speakers: row.speakers.map(({ id, name, organisation }) => ({ speakerId: id, name, organisation })),
    councils: row.councils.map((each) => ({
      councilId: each.id,
      municipalityId: each.municipality_id,
      municipalityName: each.municipality_name,
      municipalitySlug: each.slug,
      linkToken: each.link_token,
      quota: each.quota ?? undefined,
      usualEvenings: each.usual_evenings,
    })),
    requests: row.requests.map(({ id, reference, status }) => ({ briefingRequestId: id, reference, status })),
  }
}

function toOwnFacts(row: Selectable<BriefingSessionTable>) {
  return {
    id: row.id,
    calendarUid: row.calendar_uid,
    title: row.title,
    status: row.status,
    start: toInstant(row.starts_at),
    end: toInstant(row.ends_at),
    onlineUrl: row.online_url ?? undefined,
    dosNumber: row.dos_number ?? undefined,
    capacity: row.capacity ?? undefined,
    isPublic: row.is_public,
    explanation: row.explanation,
    sequence: row.sequence,
    rsvpEpoch: row.rsvp_epoch,
    cancelReason: row.cancel_reason ?? undefined,
    version: row.version,
    optionExpiresAt: row.status === 'option' ? toOptionalInstant(row.option_expires_at) : undefined,
  }
}
