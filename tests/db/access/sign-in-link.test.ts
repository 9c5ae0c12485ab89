import { signInLinkLifetime } from '#app/domain/access/sign-in.ts'
import { hashToken, newToken } from '#app/domain/access/tokens.server.ts'
import { redeemSignInLink } from '#app/use-cases/access/redeem-sign-in-link.ts'
import { findSignInLink, insertSignInLink } from '#db/access/sign-in-tokens.ts'
import { findSignIn } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'
import { aCouncil, aPerson } from '#tests/support/people.ts'

const now = Temporal.Instant.from('2027-01-12T18:30:00Z')

async function aLink(db: Db, emailAddressId: string, returnTo = '/'): Promise<string> {
  const token = newToken()
  const expiresAt = now.add(signInLinkLifetime)
  const row = { tokenHash: hashToken(token), emailAddressId, returnTo, now, expiresAt }
  await db.transaction().execute((trx) => insertSignInLink(trx, row))
  return token
}

const redeem = (db: Db, token: string, at = now, replacesToken?: string) =>
  redeemSignInLink(db, { token, replacesToken }, at)

test('a link signs its owner in, once', async ({ db }) => {
  const { councilId } = await aCouncil(db)
  const clerk = await aPerson(db, [{ role: 'clerk', councilId }])
  const token = await aLink(db, clerk.emailAddressId)

  const { signInToken, goTo } = await redeem(db, token)
  expect(goTo).toBe('/griffie')
  const signIn = await findSignIn(db, hashToken(signInToken), now)
  expect(signIn?.viewer.councils.map((each) => each.councilId)).toEqual([councilId])

  await expect(redeem(db, token)).rejects.toMatchObject({ code: 'link-no-longer-works' })
})

test('of twelve callers with one link exactly one gets in', async ({ db }) => {
  // Seen to fail with `where used_at is null` taken out of spendSignInLink: twelve sign-ins.
  const clerk = await aPerson(db, [{ role: 'planner' }])
  for (let round = 0; round < 5; round++) {
    const token = await aLink(db, clerk.emailAddressId)
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => redeem(db, token)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
  const { count } = await db
    .selectFrom('sign_in')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(5)
})

test('a link works until its fifteenth minute and not in it', async ({ db }) => {
  const clerk = await aPerson(db, [{ role: 'planner' }])
  const late = await aLink(db, clerk.emailAddressId)
  await expect(redeem(db, late, now.add({ minutes: 15 }))).rejects.toMatchObject({ code: 'link-no-longer-works' })
  await redeem(db, late, now.add({ minutes: 14, seconds: 59 }))
})

test('looking at a link tells as whom, and uses nothing up', async ({ db }) => {
  const { councilId } = await aCouncil(db)
  const clerk = await aPerson(db, [{ role: 'clerksOfficeStaff', councilId }])
  const token = await aLink(db, clerk.emailAddressId)
  for (let look = 0; look < 3; look++) {
    expect(await findSignInLink(db, hashToken(token), now)).toEqual({ signsInAs: 'clerk' })
  }
  await redeem(db, token)
  expect(await findSignInLink(db, hashToken(token), now)).toBeUndefined()
})

test('what is stored of a link and of a cookie opens nothing', async ({ db }) => {
  const clerk = await aPerson(db, [{ role: 'planner' }])
  const token = await aLink(db, clerk.emailAddressId)
  const { signInToken } = await redeem(db, token)
  for (const table of ['sign_in_token', 'sign_in', 'audit_event'] as const) {
    const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute())
    expect(rows).not.toContain(token)
    expect(rows).not.toContain(signInToken)
  }
})

// Seen to fail without revokeSignInByToken in redeem-sign-in-link.ts.
test('signing in replaces the cookie this browser had', async ({ db }) => {
  const clerk = await aPerson(db, [{ role: 'planner' }])
  const { signInToken: planted } = await redeem(db, await aLink(db, clerk.emailAddressId))
  expect(await findSignIn(db, hashToken(planted), now)).toBeDefined()
  await redeem(db, await aLink(db, clerk.emailAddressId), now, planted)
  expect(await findSignIn(db, hashToken(planted), now)).toBeUndefined()
})

test('one goes on to the page one came for, if it is ours', async ({ db }) => {
  const clerk = await aPerson(db, [{ role: 'planner' }])
  expect((await redeem(db, await aLink(db, clerk.emailAddressId, '/beheer/sessies?week=3'))).goTo).toBe(
    '/beheer/sessies?week=3',
  )
  expect((await redeem(db, await aLink(db, clerk.emailAddressId, '//evil.example'))).goTo).toBe('/beheer/wachtrij')
})

test('whoever lost her last role in those fifteen minutes does not get in', async ({ db }) => {
  const clerk = await aPerson(db, [{ role: 'planner' }])
  const token = await aLink(db, clerk.emailAddressId)
  await db.updateTable('person_role').set({ during: '[2020-01-01,2027-01-12)' }).execute()
  await expect(redeem(db, token)).rejects.toMatchObject({ code: 'link-no-longer-works' })
})
