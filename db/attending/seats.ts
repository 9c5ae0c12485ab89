import { sql } from 'kysely'
import type { SeatsTaken } from '#app/domain/attending/seats.ts'
import type { Db } from '../connection.server.ts'

/** Who said no does not hold a seat, but may still change her mind. */
const holdsSeat = sql<boolean>`place in ('seat', 'offered', 'attended', 'missed') and answer <> 'no'`

/** Only under a lock on the evening does this stay true until the seat is given. */
export async function countSeatsTaken(db: Db, briefingSessionId: string, councilId: string): Promise<SeatsTaken> {
  const { total, own } = await db
    .selectFrom('registration')
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      sql<number>`count(*) filter (where council_id = ${councilId})`.as('own'),
    ])
    .where('briefing_session_id', '=', briefingSessionId)
    .where(holdsSeat)
    .executeTakeFirstOrThrow()
  return { total, byCouncil: own }
}

export type Waiting = { registrationId: string; personId: string; councilId: string }

/** The waiting list, whoever came first in front. */
export async function listWaiting(db: Db, briefingSessionId: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('registration')
    .select(['id', 'person_id', 'council_id'])
    .where('briefing_session_id', '=', briefingSessionId)
    .where('place', '=', 'waiting')
    .where('answer', '<>', 'no')
    .orderBy('registered_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, person_id, council_id }) => ({
    registrationId: id,
    personId: person_id,
    councilId: council_id,
  }))
}

/** Place on the waiting list, counted from one. Undefined for who does not wait. */
export async function findWaitingPosition(db: Db, briefingSessionId: string, personId: string) {
  const at = (await listWaiting(db, briefingSessionId)).findIndex((waiting) => waiting.personId === personId)
  return at < 0 ? undefined : at + 1
}
