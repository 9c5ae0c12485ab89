import { sql } from 'kysely'
import { leftPlaces } from '#app/domain/attending/registration.ts'
import type { SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type SessionPeriod = 'upcoming' | 'past' | 'all'

export type SessionFilter = {
  period: SessionPeriod
  status: SessionStatus | undefined
  /** Part of the title or of a municipality's name. */
  text: string
}

export type ListedSession = {
  id: string
  title: string
  status: SessionStatus
  start: Temporal.Instant
  end: Temporal.Instant
  place: string
  municipalities: string[]
  dosNumberMissing: boolean
  yes: number
  registered: number
}

export const sessionsPerPage = 25

/** One page of evenings: what comes first, first; for the past the latest first. */
export async function listSessions(
  db: Db,
  filter: SessionFilter,
  page: number,
  now: Temporal.Instant,
): Promise<{ sessions: ListedSession[]; total: number }> {
  const wanted = filtered(db, filter, now)
  const { total } = await wanted.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await wanted
    .select(['session.id', 'session.title', 'session.status', 'session.starts_at', 'session.ends_at'])
    .select(['session.dos_number', 'session.online_url', 'venue.name as venue_name'])
    .select((eb) => [
      eb
        .selectFrom('briefing_session_council as link')
        .innerJoin('council', 'council.id', 'link.council_id')
        .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
        .select(sql<string[]>`coalesce(array_agg(municipality.name order by municipality.name), '{}')`.as('names'))
        .whereRef('link.briefing_session_id', '=', 'session.id')
        .as('municipalities'),
      eb
        .selectFrom('registration')
        .select(sql<number>`count(*) filter (where answer = 'yes' and place <> 'waiting')`.as('yes'))
        .whereRef('registration.briefing_session_id', '=', 'session.id')
        .where('place', 'not in', leftPlaces)
        .as('yes'),
      eb
        .selectFrom('registration')
        .select((inner) => inner.fn.countAll<number>().as('registered'))
        .whereRef('registration.briefing_session_id', '=', 'session.id')
        .where('place', 'not in', leftPlaces)
        .as('registered'),
    ])
    .orderBy('session.starts_at', filter.period === 'upcoming' ? 'asc' : 'desc')
    .orderBy('session.id')
    .limit(sessionsPerPage)
    .offset((page - 1) * sessionsPerPage)
    .execute()
  return {
    total,
    sessions: rows.map((row) => ({
      id: row.id,
      title: row.title,
      status: row.status,
      start: toInstant(row.starts_at),
      end: toInstant(row.ends_at),
      place: row.venue_name ?? (row.online_url === null ? '' : 'online'),
      municipalities: row.municipalities ?? [],
      dosNumberMissing: row.dos_number === null,
      yes: row.yes ?? 0,
      registered: row.registered ?? 0,
    })),
  }
}

function filtered(db: Db, { period, status, text }: SessionFilter, now: Temporal.Instant) {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return db
    .selectFrom('briefing_session as session')
    .leftJoin('venue', 'venue.id', 'session.venue_id')
    .$if(period === 'upcoming', (query) => query.where('session.ends_at', '>=', now.toString()))
    .$if(period === 'past', (query) => query.where('session.ends_at', '<', now.toString()))
    .$if(status !== undefined, (query) => query.where('session.status', '=', status ?? 'draft'))
    .$if(text !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb('session.title', 'ilike', pattern),
          eb.exists(
            eb
              .selectFrom('briefing_session_council as link')
              .innerJoin('council', 'council.id', 'link.council_id')
              .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
              .select('link.council_id')
              .whereRef('link.briefing_session_id', '=', 'session.id')
              .where('municipality.name', 'ilike', pattern),
          ),
        ]),
      ),
    )
}
