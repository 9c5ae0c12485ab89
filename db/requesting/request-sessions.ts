import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { leftPlaces } from '#app/domain/attending/registration.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import { isUnreachable } from '../inviting/unreachable.ts'
import type { BriefingSessionTable } from '../schema.ts'

/** The evenings that stand for a request, cancelled ones left out. */
export async function listSessionsOfRequest(
  db: Db,
  briefingRequestId: string,
): Promise<{ id: string; title: string }[]> {
  return db
    .selectFrom('briefing_session_request as link')
    .innerJoin('briefing_session', 'briefing_session.id', 'link.briefing_session_id')
    .select(['briefing_session.id', 'briefing_session.title'])
    .where('link.briefing_request_id', '=', briefingRequestId)
    .where('briefing_session.status', '<>', 'cancelled')
    .orderBy('briefing_session.starts_at')
    .limit(20)
    .execute()
}

export type CouncilEvening = {
  id: string
  title: string
  status: BriefingSessionTable['status']
  start: Temporal.Instant
  end: Temporal.Instant
  yes: number
  no: number
  /** Said maybe, or nothing yet. */
  undecided: number
  /** Waits for a seat, whatever she said. */
  waiting: number
  /** Members whose mail came back. */
  unreachable: number
}

const daysShownAfterwards = 60

/** The evenings of these councils that are firm or were held not long ago, by when they begin, with the answers of their own members only. */
export async function listCouncilEvenings(
  db: Db,
  councilIds: string[],
  now: Temporal.Instant,
): Promise<CouncilEvening[]> {
  const rows = await db
    .selectFrom('briefing_session')
    .select(['briefing_session.id', 'title', 'status', 'starts_at', 'ends_at'])
    .select((eb) => [
      jsonObjectFrom(
        eb
          .selectFrom('registration')
          .select([
            sql<number>`count(*) filter (where answer = 'yes' and place <> 'waiting')`.as('yes'),
            sql<number>`count(*) filter (where answer = 'no')`.as('no'),
            sql<number>`count(*) filter (where answer in ('none', 'maybe') and place <> 'waiting')`.as('undecided'),
            sql<number>`count(*) filter (where answer <> 'no' and place = 'waiting')`.as('waiting'),
          ])
          .whereRef('registration.briefing_session_id', '=', 'briefing_session.id')
          .where(sql<boolean>`registration.council_id = any(${councilIds}::uuid[])`)
          .where('registration.place', 'not in', leftPlaces),
      ).as('answers'),
      eb
        .selectFrom('registration')
        .innerJoin('person', 'person.id', 'registration.person_id')
        .leftJoin('email_address', 'email_address.id', 'person.email_address_id')
        .leftJoin('invitation', (join) =>
          join
            .onRef('invitation.briefing_session_id', '=', 'registration.briefing_session_id')
            .onRef('invitation.person_id', '=', 'registration.person_id'),
        )
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .whereRef('registration.briefing_session_id', '=', 'briefing_session.id')
        .where(sql<boolean>`registration.council_id = any(${councilIds}::uuid[])`)
        .where('registration.place', 'not in', leftPlaces)
        .where('briefing_session.ends_at', '>', now.toString())
        .where(isUnreachable)
        .as('unreachable'),
    ])
    .where('briefing_session.id', 'in', (eb) =>
      eb
        .selectFrom('briefing_session_council')
        .select('briefing_session_id')
        .where(sql<boolean>`council_id = any(${councilIds}::uuid[])`),
    )
    .where('status', 'in', ['published', 'changed', 'held'])
    .where('ends_at', '>', now.subtract({ hours: 24 * daysShownAfterwards }).toString())
    .orderBy('starts_at')
    .limit(50)
    .execute()
  return rows.map(({ starts_at, ends_at, answers, unreachable, ...row }) => ({
    ...row,
    start: toInstant(starts_at),
    end: toInstant(ends_at),
    yes: answers?.yes ?? 0,
    no: answers?.no ?? 0,
    undecided: answers?.undecided ?? 0,
    waiting: answers?.waiting ?? 0,
    unreachable: unreachable ?? 0,
  }))
}
