import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { endRoleOn, findRole, lockOtherAdministrators } from '#db/access/roles.ts'
import { revokeAllSignIns } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

/**
 * Ends a role: `until` is the first day without it. Ending it today also signs the person out everywhere; with another role she signs in again.
 * @throws Refusal role-in-the-past, own-role, last-administrator; NotFound
 */
export async function endRole(
  db: Db,
  input: { roleId: string; until: Temporal.PlainDate; administratorId: string },
  now: Temporal.Instant,
): Promise<void> {
  const { roleId, until, administratorId } = input
  const today = dateInAmsterdam(now)
  if (Temporal.PlainDate.compare(until, today) < 0) throw new Refusal('role-in-the-past')
  await db.transaction().execute(async (trx) => {
    const held = await findRole(trx, roleId)
    if (!held) throw new NotFound('role')
    if (held.personId === administratorId) throw new Refusal('own-role')
    if (held.role === 'administrator' && !(await lockOtherAdministrators(trx, roleId, until)))
      throw new Refusal('last-administrator')
    if (!(await endRoleOn(trx, roleId, until))) return
    if (until.equals(today)) await revokeAllSignIns(trx, held.personId, now)
    await recordAuditEvent(
      trx,
      {
        actor: { kind: 'staff', personId: administratorId },
        action: 'role.ended',
        councilId: held.councilId,
        before: { personId: held.personId, role: held.role },
        after: { until: until.toString() },
      },
      now,
    )
  })
}
