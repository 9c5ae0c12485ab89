import { seatLimits, withoutRoom } from '#app/domain/attending/seats.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { countSeatsByCouncil, listGivenUp, listWaiting, queueForSeat } from '#db/attending/seats.ts'
import type { Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { resetAnswers } from '#db/scheduling/session-answers.ts'

/**
 * After a new time nobody has answered yet. Who said no to the old time gave her seat up; taking the no away must not make a seat that somebody else has by now.
 * She keeps hers while there is room left after whoever waited already, and else goes to the end of the waiting list.
 * The caller holds the lock on the evening and gives it as it is now. Says who lost her seat.
 */
export async function askEveryoneAgain(trx: Trx, session: BriefingSession, now: Temporal.Instant): Promise<string[]> {
  const givenUp = await listGivenUp(trx, session.id)
  const taken = await countSeatsByCouncil(trx, session.id)
  await resetAnswers(trx, session.id)
  if (givenUp.length === 0) return []
  const ahead = await listWaiting(trx, session.id)
  const outside = withoutRoom((councilId) => seatLimits(session, councilId), taken, [...ahead, ...givenUp])
  const lost = givenUp.filter((each) => outside.includes(each))
  if (lost.length === 0) return []
  await queueForSeat(
    trx,
    lost.map(({ registrationId }) => registrationId),
    now,
  )
  const event = {
    actor: { kind: 'system' },
    action: 'briefingSession.seatsPassedOn',
    briefingSessionId: session.id,
  } as const
  await recordAuditEvent(trx, { ...event, after: { people: lost.length } }, now)
  return lost.map(({ personId }) => personId)
}
