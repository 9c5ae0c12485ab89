import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { type FeedSubject, feedWindow, showsOptions } from '#app/domain/inviting/calendar-feed.ts'
import { locationLine, type SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import type { BriefingSessionTable, Database } from '../schema.ts'

/** An evening as a subscribed calendar tells it: nobody's address and nobody's answer. */
export type FeedEvening = {
  id: string
  title: string
  status: SessionStatus
  start: Temporal.Instant
  end: Temporal.Instant
  location: string
  accessFacts: string
  onlineUrl: string | undefined
  explanation: string
  cancelReason: string | undefined
  sequence: number
  lastChangedAt: Temporal.Instant
  programme: { title: string; minutes: number }[]
  municipalities: string[]
}

/** The evenings of one calendar, in one query: what is near, what is firm, and what was called off lately. Drafts never. */
export async function listFeedEvenings(db: Db, subject: FeedSubject, now: Temporal.Instant): Promise<FeedEvening[]> {
  const days = (count: number) => now.add({ hours: 24 * count }).toString()
  const firm: SessionStatus[] = ['published', 'changed', 'held']
  const rows = await whole(db)
    .where('session.starts_at', '>', days(-feedWindow.daysBack))
    .where('session.starts_at', '<', days(feedWindow.daysAhead))
    .where((eb) =>
      eb.or([
        eb('session.status', 'in', showsOptions(subject) ? [...firm, 'option'] : firm),
        eb.and([
          eb('session.status', '=', 'cancelled'),
          // Who never heard that it was on need not hear that it is off.
          eb('session.published_at', 'is not', null),
          eb(eb.fn.coalesce('session.changed_at', 'session.created_at'), '>', days(-feedWindow.cancelledDays)),
        ]),
      ]),
    )
    .where((eb) => belongsTo(eb, subject, now))
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .limit(feedWindow.mostEvenings)
    .execute()
  return rows.map(toFeedEvening)
}

/** One evening as anybody may keep it: the download on a public page. */
export async function findFeedEvening(db: Db, briefingSessionId: string): Promise<FeedEvening | undefined> {
  const row = await whole(db).where('session.id', '=', briefingSessionId).executeTakeFirst()
  return row && toFeedEvening(row)
}

type Eb = ExpressionBuilder<Database & { session: BriefingSessionTable }, 'session'>

function belongsTo(eb: Eb, subject: FeedSubject, now: Temporal.Instant) {
  const councils = eb
    .selectFrom('briefing_session_council as link')
    .select('link.council_id')
    .whereRef('link.briefing_session_id', '=', 'session.id')
  switch (subject.kind) {
    case 'person':
      return eb.exists(
        eb
          .selectFrom('registration')
          .select('registration.id')
          .whereRef('registration.briefing_session_id', '=', 'session.id')
          .where('registration.person_id', '=', subject.personId)
          .where('registration.place', 'in', ['seat', 'attended', 'missed'])
          .where('registration.answer', '<>', 'no'),
      )
    case 'council':
      return eb.exists(councils.where('link.council_id', '=', subject.councilId))
    case 'region':
      return eb.exists(
        councils
          .innerJoin('council', 'council.id', 'link.council_id')
          .innerJoin('region_municipality as rm', 'rm.municipality_id', 'council.municipality_id')
          .where('rm.region_id', '=', subject.regionId)
          .where(sql<boolean>`rm.valid @> ${dateInAmsterdam(now).toString()}::date`),
      )
    case 'speaker':
      return eb.exists(
        eb
          .selectFrom('speaker_booking')
          .select('speaker_booking.speaker_id')
          .whereRef('speaker_booking.briefing_session_id', '=', 'session.id')
          .where('speaker_booking.speaker_id', '=', subject.speakerId),
      )
  }
}

function whole(db: Db) {
  return db
    .selectFrom('briefing_session as session')
    .leftJoin('venue', 'venue.id', 'session.venue_id')
    .select(['session.id', 'session.title', 'session.status', 'session.starts_at', 'session.ends_at'])
    .select(['session.online_url', 'session.explanation', 'session.sequence', 'session.cancel_reason'])
    .select(['venue.name as venue_name', 'venue.address as venue_address', 'venue.access_facts'])
    .select(
      sql<string>`greatest(session.created_at, session.published_at, session.changed_at, session.edited_at)`.as(
        'last_changed_at',
      ),
    )
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('programme_item')
          .select(['title', 'minutes'])
          .whereRef('programme_item.briefing_session_id', '=', 'session.id')
          .orderBy('position'),
      ).as('programme'),
      eb
        .selectFrom('briefing_session_council as part')
        .innerJoin('council as c', 'c.id', 'part.council_id')
        .innerJoin('municipality as m', 'm.id', 'c.municipality_id')
        .select(sql<string[]>`array_agg(m.name order by m.name)`.as('names'))
        .whereRef('part.briefing_session_id', '=', 'session.id')
        .as('municipalities'),
    ])
}

type WholeRow = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

function toFeedEvening(row: WholeRow): FeedEvening {
  const venue = row.venue_name === null ? undefined : { name: row.venue_name, address: row.venue_address ?? '' }
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    start: toInstant(row.starts_at),
    end: toInstant(row.ends_at),
    location: locationLine(venue),
    accessFacts: row.access_facts ?? '',
    onlineUrl: row.online_url ?? undefined,
    explanation: row.explanation,
    cancelReason: row.cancel_reason ?? undefined,
    sequence: row.sequence,
    lastChangedAt: toInstant(row.last_changed_at),
    programme: row.programme,
    municipalities: row.municipalities ?? [],
  }
}
