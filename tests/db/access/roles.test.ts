import { hashToken } from '#app/domain/access/tokens.server.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { type Appointment, appointPerson } from '#app/use-cases/access/appoint-person.ts'
import { endRole } from '#app/use-cases/access/end-role.ts'
import { listRoles } from '#db/access/roles.ts'
import { findSignIn } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test, warmUp } from '#tests/support/database.ts'
import { aCouncil, aPerson, aSignIn } from '#tests/support/people.ts'

const now = Temporal.Now.instant()
const today = dateInAmsterdam(now)

const newClerk = (councilId: string, administratorId: string, changes: Partial<Appointment> = {}): Appointment => ({
  name: 'Nieuwe Griffier',
  address: 'nieuwe.griffier@proef.example',
  role: 'clerk',
  councilId,
  from: today,
  administratorId,
  ...changes,
})

async function aCouncilWithClerk(db: Db) {
  const { councilId } = await aCouncil(db)
  const clerk = await aPerson(db, [{ role: 'clerk', councilId }])
  const administrator = await aPerson(db, [{ role: 'administrator' }])
  const clerksOf = async () => (await listRoles(db, now)).filter((each) => each.councilId === councilId)
  return { councilId, clerk, administratorId: administrator.personId, clerksOf }
}

const councilsSeen = async (db: Db, token: string) =>
  (await findSignIn(db, hashToken(token), now))?.viewer.councils.length

test('a new griffier takes over on her day: the old one until then, nobody twice, nobody in between', async ({
  db,
}) => {
  const { councilId, clerk, administratorId, clerksOf } = await aCouncilWithClerk(db)
  const from = today.add({ days: 10 })
  await appointPerson(db, newClerk(councilId, administratorId, { from }), now)
  const held = await clerksOf()
  expect(held.map(({ name, from: start, until }) => [name, start?.toString(), until?.toString()])).toEqual([
    [clerk.name, '2020-01-01', from.toString()],
    ['Nieuwe Griffier', from.toString(), undefined],
  ])
})

test('taking over today ends what the old griffier sees and her sign-ins at once; the new one sees it', async ({
  db,
}) => {
  const { councilId, clerk, administratorId, clerksOf } = await aCouncilWithClerk(db)
  const old = await aSignIn(db, clerk.personId)
  expect(await councilsSeen(db, old)).toBe(1)
  await appointPerson(db, newClerk(councilId, administratorId), now)
  expect(await councilsSeen(db, old)).toBeUndefined()
  const [{ personId } = { personId: '' }] = (await clerksOf()).filter(({ name }) => name === 'Nieuwe Griffier')
  expect(await councilsSeen(db, await aSignIn(db, personId))).toBe(1)
})

test('of twelve administrators who appoint a griffier at once one succeeds', async ({ db }) => {
  const { councilId, administratorId, clerksOf } = await aCouncilWithClerk(db)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, each) =>
      appointPerson(db, newClerk(councilId, administratorId, { address: `griffier${each}@proef.example` }), now),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'council-has-next-clerk' })
  }
  expect((await clerksOf()).filter(({ until }) => until === undefined)).toHaveLength(1)
})

test('a refused appointment leaves the griffier as she was', async ({ db }) => {
  const { councilId, clerk, administratorId, clerksOf } = await aCouncilWithClerk(db)
  const later = newClerk(councilId, administratorId, { from: today.add({ days: 30 }) })
  await appointPerson(db, later, now)
  const sooner = newClerk(councilId, administratorId, { from: today.add({ days: 5 }), address: 'ander@proef.example' })
  await expect(appointPerson(db, sooner, now)).rejects.toMatchObject({ code: 'council-has-next-clerk' })
  expect((await clerksOf()).find(({ name }) => name === clerk.name)?.until?.toString()).toBe(later.from.toString())
  const past = newClerk(councilId, administratorId, { from: today.subtract({ days: 1 }) })
  await expect(appointPerson(db, past, now)).rejects.toMatchObject({ code: 'role-in-the-past' })
})

test('a role that somebody has is not given to her once more: the end of one would leave the other', async ({ db }) => {
  const { councilId, administratorId } = await aCouncilWithClerk(db)
  const planner = { ...newClerk(councilId, administratorId, { role: 'planner' }), councilId: undefined }
  const held = async () => (await listRoles(db, now)).filter(({ name }) => name === 'Nieuwe Griffier')
  // Known already: no new row makes the twelve wait for each other.
  await aPerson(db, [], 'Nieuwe Griffier', planner.address)
  await warmUp(db, 12)
  await Promise.all(Array.from({ length: 12 }, () => appointPerson(db, planner, now)))
  expect(await held()).toHaveLength(1)
  const later = appointPerson(db, { ...planner, from: today.add({ days: 3 }) }, now)
  await expect(later).rejects.toMatchObject({ code: 'role-already-held' })
  const clerk = newClerk(councilId, administratorId)
  await appointPerson(db, clerk, now)
  await appointPerson(db, clerk, now)
  await appointPerson(db, newClerk((await aCouncil(db)).councilId, administratorId), now)
  expect((await held()).map(({ role }) => role).toSorted()).toEqual(['clerk', 'clerk', 'planner'])
})

test('somebody stays who may give roles, whoever ends whose and when', async ({ db }) => {
  const circle = await Promise.all(Array.from({ length: 12 }, () => aPerson(db, [{ role: 'administrator' }])))
  const standing = async () =>
    (await listRoles(db, now)).filter(({ role, until }) => role === 'administrator' && !until)
  const roles = await standing()
  const roleOf = (personId?: string) => roles.find((each) => each.personId === personId)?.roleId ?? ''
  const endings = await Promise.allSettled(
    circle.map(({ personId }, at) => {
      const next = circle[(at + 1) % circle.length]
      const until = today.add({ days: 1 + at })
      return endRole(db, { roleId: roleOf(next?.personId), until, administratorId: personId }, now)
    }),
  )
  expect(await standing()).toHaveLength(1)
  const refused = endings.filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([{ reason: { code: 'last-administrator' } }])
})

test('a role that ends today is over, one that ends later holds until then, one’s own stays', async ({ db }) => {
  const { clerk, administratorId, clerksOf } = await aCouncilWithClerk(db)
  const [held] = await clerksOf()
  if (!held) throw new Error('no role')
  const token = await aSignIn(db, clerk.personId)
  await endRole(db, { roleId: held.roleId, until: today.add({ days: 3 }), administratorId }, now)
  expect(await councilsSeen(db, token)).toBe(1)
  await endRole(db, { roleId: held.roleId, until: today, administratorId }, now)
  expect(await councilsSeen(db, token)).toBeUndefined()

  const own = (await listRoles(db, now)).find(({ personId }) => personId === administratorId)
  const ending = endRole(db, { roleId: own?.roleId ?? '', until: today, administratorId }, now)
  await expect(ending).rejects.toMatchObject({ code: 'own-role' })
  const events = await db.selectFrom('audit_event').select('action').where('action', 'like', 'role.%').execute()
  expect(events).toHaveLength(2)
})
