import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { appointFirstAdministrator } from '#app/use-cases/access/appoint-first-administrator.ts'
import { listRoles } from '#db/access/roles.ts'
import { expect, test } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

const now = Temporal.Now.instant()
const address = 'eerste.beheerder@provincie.example'

// Seen to appoint twice without the second look.
test('of ten processes that start at once one appoints the first administrator, and the audit has no address', async ({
  db,
}) => {
  await Promise.all(Array.from({ length: 10 }, () => db.selectFrom('person').select('id').execute()))
  await Promise.all(Array.from({ length: 10 }, () => appointFirstAdministrator(db, address, now)))
  await appointFirstAdministrator(db, 'iemand.anders@provincie.example', now)
  const roles = await listRoles(db, now)
  expect(roles.map(({ role, from, until }) => [role, from?.toString(), until])).toEqual([
    ['administrator', dateInAmsterdam(now).toString(), undefined],
  ])
  const events = await db.selectFrom('audit_event').select(['actor_kind', 'action', 'after']).execute()
  expect(events).toMatchObject([{ actor_kind: 'system', action: 'role.appointed' }])
  expect(JSON.stringify(events)).not.toContain('@')
})

test('while somebody is administrator, nobody is appointed', async ({ db }) => {
  await aPerson(db, [{ role: 'administrator' }])
  await appointFirstAdministrator(db, address, now)
  expect(await db.selectFrom('email_address').select('address').where('address', '=', address).execute()).toEqual([])
})
