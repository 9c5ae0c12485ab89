import { roleHoldsOn } from '../access/roles.ts'
import type { Db } from '../connection.server.ts'

export type StaffMember = { personId: string; name: string; address: string }

/** The planners of today, and the account managers of this region: they hear of a new request. */
export async function listStaffToNotify(
  db: Db,
  regionId: string | undefined,
  now: Temporal.Instant,
): Promise<StaffMember[]> {
  return selectStaff(db, now)
    .where((eb) =>
      eb.or([
        eb('person_role.role', '=', 'planner'),
        eb.and([eb('person_role.role', '=', 'accountManager'), eb('person_role.region_id', '=', regionId ?? '')]),
      ]),
    )
    .distinctOn('person.id')
    .orderBy('person.id')
    .limit(50)
    .execute()
}

/** One member of staff, if still in a role and reachable by mail. */
export async function findStaffMember(
  db: Db,
  personId: string,
  now: Temporal.Instant,
): Promise<StaffMember | undefined> {
  return selectStaff(db, now).where('person.id', '=', personId).executeTakeFirst()
}

function selectStaff(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person.id as personId', 'person.name', 'email_address.address'])
    .where('person_role.council_id', 'is', null)
    .where('person.erased_at', 'is', null)
    .where('email_address.suspended_at', 'is', null)
    .where(roleHoldsOn(now))
}
