import { sql } from 'kysely'
import type { ClerkRole, StaffRole } from '#app/domain/access/viewer.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { Db, Trx } from '../connection.server.ts'
import { idOrNobody } from '../uuid.ts'

/** For a `where` or `on`: the role holds on the day of `now`. Roles begin and end at midnight in Amsterdam. */
export function roleHoldsOn(now: Temporal.Instant) {
  return sql<boolean>`person_role.during @> ${dateInAmsterdam(now).toString()}::date`
}

/** For a `where`: the role holds on the day of `now` or on a later one. */
function roleHoldsOnOrAfter(now: Temporal.Instant) {
  return sql<boolean>`coalesce(upper(person_role.during), 'infinity') > ${dateInAmsterdam(now).toString()}::date`
}

export type RolePeriod = {
  from: Temporal.PlainDate | undefined
  /** The first day on which it no longer holds. */
  until: Temporal.PlainDate | undefined
}

export type HeldRole = RolePeriod & {
  roleId: string
  personId: string
  name: string
  role: ClerkRole | StaffRole
  councilId: string | undefined
  councilName: string | undefined
  regionName: string | undefined
}

/** Roles that hold today or later, council by council and then the province's own. */
export async function listRoles(db: Db, now: Temporal.Instant): Promise<HeldRole[]> {
  const rows = await selectRoles(db)
    .where(roleHoldsOnOrAfter(now))
    .orderBy('council.name')
    .orderBy(sql`lower(person_role.during)`)
    .limit(1000)
    .execute()
  return rows.map(toHeldRole)
}

/** Whether anybody is administrator today or from a later day. */
export async function hasAdministrator(db: Db, now: Temporal.Instant): Promise<boolean> {
  const row = await selectRoles(db)
    .where('person_role.role', '=', 'administrator')
    .where(roleHoldsOnOrAfter(now))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function findRole(db: Db, roleId: string): Promise<HeldRole | undefined> {
  const row = await selectRoles(db).where('person_role.id', '=', idOrNobody(roleId)).executeTakeFirst()
  return row && toHeldRole(row)
}

export async function insertRole(
  trx: Trx,
  row: {
    personId: string
    role: ClerkRole | StaffRole
    councilId: string | undefined
    regionId: string | undefined
    from: Temporal.PlainDate
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('person_role')
    .values({
      person_id: row.personId,
      role: row.role,
      council_id: row.councilId ?? null,
      region_id: row.regionId ?? null,
      during: `[${row.from},)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** When she holds this role on that day or later, the first such period; at this council, or at the province. */
export async function findRolePeriod(
  trx: Trx,
  {
    personId,
    role,
    councilId,
    from,
  }: { personId: string; role: ClerkRole | StaffRole; councilId: string | undefined; from: Temporal.PlainDate },
): Promise<RolePeriod | undefined> {
  const row = await trx
    .selectFrom('person_role')
    .select([sql<string | null>`lower(during)`.as('from'), sql<string | null>`upper(during)`.as('until')])
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where(sql<boolean>`council_id is not distinct from ${councilId ?? null}::uuid`)
    .where(sql<boolean>`during && daterange(${from.toString()}::date, null)`)
    .orderBy(sql`lower(during) nulls first`)
    .limit(1)
    .executeTakeFirst()
  return row && toPeriod(row)
}

/** Whether somebody else is an administrator from this day on, without an end. Whoever ends such a role at the same moment waits here. */
export async function lockOtherAdministrators(trx: Trx, roleId: string, from: Temporal.PlainDate): Promise<boolean> {
  const rows = await trx
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .select('person_role.id')
    .select(sql<boolean>`upper_inf(during) and during @> ${from.toString()}::date`.as('stays'))
    .where('role', '=', 'administrator')
    .where('person.erased_at', 'is', null)
    .orderBy('person_role.id')
    .forUpdate('person_role')
    .execute()
  return rows.some(({ id, stays }) => stays && id !== roleId)
}

/** Ends the role of whoever is the council's clerk on the day the next one begins. Returns that person's id; undefined when the council had no clerk. */
export async function endClerkRoleOn(
  trx: Trx,
  councilId: string,
  until: Temporal.PlainDate,
): Promise<{ personId: string } | undefined> {
  const row = await trx
    .updateTable('person_role')
    .set({ during: sql<string>`daterange(lower(during), ${until.toString()}::date)` })
    .where('council_id', '=', councilId)
    .where('role', '=', 'clerk')
    .where(sql<boolean>`during @> ${until.toString()}::date`)
    .where(sql<boolean>`coalesce(lower(during), '-infinity') < ${until.toString()}::date`)
    .returning('person_id as personId')
    .executeTakeFirst()
  return row
}

/** Ends a role; one that had not begun by then goes altogether. False when it had ended before. */
export async function endRoleOn(trx: Trx, roleId: string, until: Temporal.PlainDate): Promise<boolean> {
  const day = sql`${until.toString()}::date`
  const { numDeletedRows } = await trx
    .deleteFrom('person_role')
    .where('id', '=', roleId)
    .where(sql<boolean>`lower(during) >= ${day}`)
    .executeTakeFirst()
  if (numDeletedRows > 0n) return true
  const { numUpdatedRows } = await trx
    .updateTable('person_role')
    .set({ during: sql<string>`daterange(lower(during), ${day})` })
    .where('id', '=', roleId)
    .where(sql<boolean>`coalesce(upper(during), 'infinity') > ${day}`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function selectRoles(db: Db) {
  return db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .leftJoin('council', 'council.id', 'person_role.council_id')
    .leftJoin('region', 'region.id', 'person_role.region_id')
    .select([
      'person_role.id as roleId',
      'person.id as personId',
      'person.name',
      'person_role.role',
      'person_role.council_id as councilId',
      'council.name as councilName',
      'region.name as regionName',
      sql<string | null>`lower(person_role.during)`.as('from'),
      sql<string | null>`upper(person_role.during)`.as('until'),
    ])
    .where('person.erased_at', 'is', null)
}

type RoleRow = Awaited<ReturnType<ReturnType<typeof selectRoles>['executeTakeFirstOrThrow']>>

function toHeldRole(row: RoleRow): HeldRole {
  return {
    roleId: row.roleId,
    personId: row.personId,
    name: row.name,
    role: row.role,
    councilId: row.councilId ?? undefined,
    councilName: row.councilName ?? undefined,
    regionName: row.regionName ?? undefined,
    ...toPeriod(row),
  }
}

function toPeriod({ from, until }: { from: string | null; until: string | null }): RolePeriod {
  return {
    from: from === null ? undefined : Temporal.PlainDate.from(from),
    until: until === null ? undefined : Temporal.PlainDate.from(until),
  }
}

export type CouncilChoice = { councilId: string; municipalityName: string }

/** The councils that sit on a day, by the name of their municipality. */
export async function listCouncilChoices(db: Db, now: Temporal.Instant): Promise<CouncilChoice[]> {
  return db
    .selectFrom('council')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['council.id as councilId', 'municipality.name as municipalityName'])
    .where(sql<boolean>`council.term @> ${dateInAmsterdam(now).toString()}::date`)
    .orderBy('municipality.name')
    .execute()
}
