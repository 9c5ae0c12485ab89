import { Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import { erasePersonData, listComingEvenings } from '#db/attending/erase.ts'
import { hasWorkHere } from '#db/attending/participants.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { fillSeats } from './fill-seats.ts'

/**
 * Everything about a participant goes, at her own word; numbers stay. Seats she held go to whoever waits. No CANCEL is sent, because
 * there is no address left to send it to: the page says so beforehand. Afterwards her link is not there any more.
 * @throws Refusal erasure-needs-administrator for somebody who works with the portal
 */
export async function eraseParticipant(
  db: Db,
  site: Site,
  { personId }: { personId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (await hasWorkHere(trx, personId)) throw new Refusal('erasure-needs-administrator')
    const evenings = await listComingEvenings(trx, personId, now)
    for (const id of evenings) await lockBriefingSession(trx, id)
    await erasePersonData(trx, personId, now)
    await recordAuditEvent(trx, { actor: { kind: 'councillor', personId }, action: 'participant.erased' }, now)
    for (const id of evenings) await fillSeats(trx, site, { id }, now)
  })
}
