import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { locationLine, type SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type UpcomingSession = {
  id: string
  title: string
  status: SessionStatus
  start: Temporal.Instant
  end: Temporal.Instant
  /** Room and address; empty when it is only online. */
  location: string
  isOnline: boolean
  municipalities: { name: string; slug: string }[]
}

/** Public evenings that are firm and still to come, soonest first: of these municipalities, of a region, or of everywhere. */
export async function listUpcomingPublicSessions(
  db: Db,
  where: { municipalityIds?: string[]; regionId?: string },
  now: Temporal.Instant,
  limit: number,
): Promise<UpcomingSession[]> {
  if (where.municipalityIds?.length === 0) return []
  const today = dateInAmsterdam(now).toString()
  const rows = await brief(db)
    .where('session.status', 'in', ['published', 'changed'])
    .where('session.is_public', '=', true)
    .where('session.starts_at', '>', now.toString())
    .where((eb) => {
      const councils = eb
        .selectFrom('briefing_session_council as link')
        .innerJoin('council', 'council.id', 'link.council_id')
        .select('link.council_id')
        .whereRef('link.briefing_session_id', '=', 'session.id')
      const { municipalityIds, regionId } = where
      if (municipalityIds) return eb.exists(councils.where('council.municipality_id', 'in', municipalityIds))
      if (!regionId) return eb.exists(councils)
      return eb.exists(
        councils
          .innerJoin('region_municipality as rm', 'rm.municipality_id', 'council.municipality_id')
          .where('rm.region_id', '=', regionId)
          .where(sql<boolean>`rm.valid @> ${today}::date`),
      )
    })
    .orderBy('session.starts_at')
    .limit(limit)
    .execute()
  return rows.map(toUpcoming)
}

function brief(db: Db) {
  return db
    .selectFrom('briefing_session as session')
    .leftJoin('venue', 'venue.id', 'session.venue_id')
    .select(['session.id', 'session.title', 'session.status', 'session.starts_at', 'session.ends_at'])
    .select(['session.online_url', 'venue.name as venue_name', 'venue.address as venue_address'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('briefing_session_council as taking_part')
          .innerJoin('council as c', 'c.id', 'taking_part.council_id')
          .innerJoin('municipality as m', 'm.id', 'c.municipality_id')
          .select(['m.name', 'm.slug'])
          .whereRef('taking_part.briefing_session_id', '=', 'session.id')
          .orderBy('m.name'),
      ).as('municipalities'),
    )
}

type BriefRow = Awaited<ReturnType<ReturnType<typeof brief>['executeTakeFirstOrThrow']>>

function toUpcoming(row: BriefRow): UpcomingSession {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    start: toInstant(row.starts_at),
    end: toInstant(row.ends_at),
    location: locationLine(
      row.venue_name === null ? undefined : { name: row.venue_name, address: row.venue_address ?? '' },
    ),
    isOnline: row.online_url !== null,
    municipalities: row.municipalities,
  }
}
