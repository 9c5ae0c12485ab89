import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import type { ClerkRole, StaffRole } from '#app/domain/access/viewer.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { ensurePerson, lockPerson } from '#db/access/people.ts'
import { endClerkRoleOn, findRolePeriod, insertRole } from '#db/access/roles.ts'
import { revokeAllSignIns } from '#db/access/sign-ins.ts'
import { type Db, violatedConstraint } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

export type Appointment = {
  name: string
  address: string
  role: ClerkRole | StaffRole
  /** For a role at a council; undefined for one at the province. */
  councilId: string | undefined
  from: Temporal.PlainDate
  administratorId: string
}

/**
 * Gives a person a role from a day. A council has one clerk: the role of the one before ends that day, and she is signed out when that is today. Dossiers
 * belong to the council, so nothing else changes and no mail is sent. The same form sent twice gives one role.
 * @throws Refusal role-in-the-past, role-already-held, council-has-next-clerk
 */
export async function appointPerson(db: Db, input: Appointment, now: Temporal.Instant): Promise<void> {
  const { role, councilId, from, administratorId } = input
  const today = dateInAmsterdam(now)
  if (Temporal.PlainDate.compare(from, today) < 0) throw new Refusal('role-in-the-past')
  await db
    .transaction()
    .execute(async (trx) => {
      const emailAddressId = await ensureEmailAddress(trx, input.address, now)
      const newPerson = { emailAddressId, name: input.name, calendarToken: newCalendarToken() }
      const { personId } = await ensurePerson(trx, newPerson, now)
      await lockPerson(trx, personId)
      const held = await findRolePeriod(trx, { personId, role, councilId, from })
      if (held?.from?.equals(from) && held.until === undefined) return
      if (held) throw new Refusal('role-already-held')
      const before = role === 'clerk' && councilId ? await endClerkRoleOn(trx, councilId, from) : undefined
      await insertRole(trx, { personId, role, councilId, regionId: undefined, from })
      if (before && from.equals(today)) await revokeAllSignIns(trx, before.personId, now)
      await recordAuditEvent(
        trx,
        {
          actor: { kind: 'staff', personId: administratorId },
          action: 'role.appointed',
          councilId,
          before,
          after: { personId, role, from: from.toString() },
        },
        now,
      )
    })
    .catch((error: unknown) => {
      throw violatedConstraint(error)?.constraint === 'one_clerk_at_a_time'
        ? new Refusal('council-has-next-clerk')
        : error
    })
}
