import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { ensurePerson, lockPerson } from '#db/access/people.ts'
import { hasAdministrator, insertRole } from '#db/access/roles.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

/**
 * Only an administrator appoints people, so whoever runs the portal names the first. Does nothing while somebody is administrator, now or from a later
 * day. Several processes that start at once appoint her once.
 */
export async function appointFirstAdministrator(db: Db, address: string, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (await hasAdministrator(trx, now)) return
    const emailAddressId = await ensureEmailAddress(trx, address, now)
    const newPerson = { emailAddressId, name: 'Beheerder', calendarToken: newCalendarToken() }
    const { personId } = await ensurePerson(trx, newPerson, now)
    await lockPerson(trx, personId)
    // Whoever was first did it while this one waited.
    if (await hasAdministrator(trx, now)) return
    const from = dateInAmsterdam(now)
    await insertRole(trx, { personId, role: 'administrator', councilId: undefined, regionId: undefined, from })
    const after = { personId, role: 'administrator', from: from.toString() }
    await recordAuditEvent(trx, { actor: { kind: 'system' }, action: 'role.appointed', after }, now)
  })
}
