import { hasRoom, seatLimits } from '#app/domain/attending/seats.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import { eveningsOfCouncils } from '#app/use-cases/inviting/evenings-of-councils.ts'
import { sendInvitation } from '#app/use-cases/inviting/send-invitation.ts'
import { setPlace } from '#db/attending/registrations.ts'
import { countSeatsTaken, listWaiting } from '#db/attending/seats.ts'
import type { Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'

/**
 * Gives free seats to whoever waits longest and whose council has a share left; each gets an invitation at once. The seat is given,
 * not offered: nobody has to answer before a deadline to keep it, and whoever does not want it any more says no.
 * The caller holds the lock on the evening.
 */
export async function fillSeats(
  trx: Trx,
  site: Site,
  { id }: Pick<BriefingSession, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const waiting = await listWaiting(trx, id)
  if (waiting.length === 0) return
  const session = await findBriefingSession(trx, id)
  if (session === undefined || Temporal.Instant.compare(session.start, now) <= 0) return
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  for (const { registrationId, personId, councilId } of waiting) {
    if (!hasRoom(seatLimits(session, councilId), await countSeatsTaken(trx, id, councilId))) continue
    await setPlace(trx, registrationId, 'seat')
    const event = {
      actor: { kind: 'system' },
      action: 'registration.seated',
      briefingSessionId: id,
      councilId,
    } as const
    await recordAuditEvent(trx, event, now)
    await sendInvitation(trx, site, { session, personId, eveningFor, occasion: 'seatFreed' }, now)
  }
}
