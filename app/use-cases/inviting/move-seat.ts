import { hasRoom, seatLimits } from '#app/domain/attending/seats.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import { fillSeats } from '#app/use-cases/attending/fill-seats.ts'
import type { Registration } from '#db/attending/registrations.ts'
import { countSeatsTaken, queueForSeat } from '#db/attending/seats.ts'
import type { Trx } from '#db/connection.server.ts'
import { tellSeatsPassedOn } from './tell-seats-passed-on.ts'

export type MoveSeat = {
  /** Locked by the caller. */
  session: BriefingSession
  registration: Registration
  from: CalendarAnswer
  /** Written already. */
  to: CalendarAnswer
}

/**
 * What a changed answer does to the seats. After a no she stays registered, but her seat may go to whoever waits longest; after a later yes she has it again, if
 * one is free.
 */
export async function moveSeat(
  trx: Trx,
  site: Site,
  { session, registration, from, to }: MoveSeat,
  now: Temporal.Instant,
): Promise<void> {
  if (to === 'no') return fillSeats(trx, site, session, now)
  if (from !== 'no' || registration.place !== 'seat') return
  // After her no the seat may have gone to somebody else; then she waits behind whoever waits already. Counted without herself, because her yes is written already.
  const { total, byCouncil } = await countSeatsTaken(trx, session.id, registration.councilId)
  if (hasRoom(seatLimits(session, registration.councilId), { total: total - 1, byCouncil: byCouncil - 1 })) return
  await queueForSeat(trx, [registration.id], now)
  await tellSeatsPassedOn(trx, site, { session, personIds: [registration.personId] }, now)
}
