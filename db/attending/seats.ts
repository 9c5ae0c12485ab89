import { sql } from 'kysely'
import type { SeatsTaken } from '#app/domain/attending/seats.ts'
import type { Db, Trx } from '../connection.server.ts'

/** Who said no does not hold a seat, but may still change her mind. */
const holdsSeat = sql<boolean>`place in ('seat', 'offered', 'attended', 'missed') and answer <> 'no'`

/** How many seats are taken. The caller holds the lock on the evening, else this may change before a seat is given. */
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

/** The same for every council that has taken one. */
export async function countSeatsByCouncil(db: Db, briefingSessionId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('registration')
    .select(['council_id', ({ fn }) => fn.countAll<number>().as('seats')])
    .where('briefing_session_id', '=', briefingSessionId)
    .where(holdsSeat)
    .groupBy('council_id')
    .execute()
  return new Map(rows.map(({ council_id, seats }) => [council_id, seats]))
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
    .orderBy(sql`coalesce(queued_at, registered_at)`)
    .orderBy('registered_at')
    .orderBy('id')
    .execute()
  return rows.map(toWaiting)
}

/** Who had a seat and said no, whoever came first in front. */
export async function listGivenUp(db: Db, briefingSessionId: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('registration')
    .select(['id', 'person_id', 'council_id'])
    .where('briefing_session_id', '=', briefingSessionId)
    .where('place', 'in', ['seat', 'offered'])
    .where('answer', '=', 'no')
    .orderBy('registered_at')
    .orderBy('id')
    .execute()
  return rows.map(toWaiting)
}

function toWaiting({ id, person_id, council_id }: { id: string; person_id: string; council_id: string }): Waiting {
  return { registrationId: id, personId: person_id, councilId: council_id }
}

/** To the end of the waiting list: who gave her seat up waits behind those who never had one. */
export async function queueForSeat(trx: Trx, registrationIds: readonly string[], now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('registration')
    .set({ place: 'waiting', queued_at: now.toString() })
    .where('id', '=', sql<string>`any(${sql.val([...registrationIds])}::uuid[])`)
    .execute()
}

/** Place on the waiting list, counted from one. Undefined for who does not wait. */
export async function findWaitingPosition(db: Db, briefingSessionId: string, personId: string) {
  const at = (await listWaiting(db, briefingSessionId)).findIndex((waiting) => waiting.personId === personId)
  return at < 0 ? undefined : at + 1
}
