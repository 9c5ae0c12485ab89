import { hashToken } from '#app/domain/access/tokens.server.ts'
import { endAllSignIns } from '#app/use-cases/access/end-all-sign-ins.ts'
import { endSignIn } from '#app/use-cases/access/end-sign-in.ts'
import { noteSeen } from '#app/use-cases/access/note-seen.ts'
import { redeemSignInLink } from '#app/use-cases/access/redeem-sign-in-link.ts'
import { findSignInLink } from '#db/access/sign-in-tokens.ts'
import { findSignIn, listDevices } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'
import { aCouncil, aPerson, aSignIn } from '#tests/support/people.ts'
import { signInLinkFor } from '#tests/support/sign-in.ts'

const viewerOf = async (db: Db, token: string, at = Temporal.Now.instant()) =>
  (await findSignIn(db, hashToken(token), at))?.viewer

test('a sign-in lasts twelve hours, however much it is used', async ({ db }) => {
  const { personId } = await aPerson(db, [{ role: 'planner' }])
  const token = await aSignIn(db, personId)
  const now = Temporal.Now.instant()
  expect(await viewerOf(db, token, now.add({ hours: 11, minutes: 59 }))).toBeDefined()
  expect(await viewerOf(db, token, now.add({ hours: 12, seconds: 1 }))).toBeUndefined()
})

test('signing out on one device leaves the other signed in', async ({ db }) => {
  const { personId } = await aPerson(db, [{ role: 'planner' }])
  const [here, there] = [await aSignIn(db, personId), await aSignIn(db, personId)]
  const viewer = await viewerOf(db, here)
  if (!viewer) throw new Error('not signed in')
  await endSignIn(db, { viewer, signInId: viewer.signInId }, Temporal.Now.instant())
  expect(await viewerOf(db, here)).toBeUndefined()
  expect(await viewerOf(db, there)).toBeDefined()
})

test('signing out everywhere ends every device of this person and of nobody else', async ({ db }) => {
  const [mine, hers] = [await aPerson(db, [{ role: 'planner' }]), await aPerson(db, [{ role: 'planner' }])]
  const tokens = await Promise.all([1, 2, 3].map(() => aSignIn(db, mine.personId)))
  const other = await aSignIn(db, hers.personId)
  const viewer = await viewerOf(db, tokens[0] ?? '')
  if (!viewer) throw new Error('not signed in')
  await endAllSignIns(db, viewer, Temporal.Now.instant())
  for (const token of tokens) expect(await viewerOf(db, token)).toBeUndefined()
  expect(await viewerOf(db, other)).toBeDefined()
  expect(await listDevices(db, mine.personId, Temporal.Now.instant())).toEqual([])
})

test('nobody ends a sign-in of somebody else', async ({ db }) => {
  const [mine, hers] = [await aPerson(db, [{ role: 'planner' }]), await aPerson(db, [{ role: 'planner' }])]
  const viewer = await viewerOf(db, await aSignIn(db, mine.personId))
  const other = await aSignIn(db, hers.personId)
  const herSignIn = (await viewerOf(db, other))?.signInId
  if (!viewer || !herSignIn) throw new Error('not signed in')
  await endSignIn(db, { viewer, signInId: herSignIn }, Temporal.Now.instant())
  expect(await viewerOf(db, other)).toBeDefined()
})

test('a role counts from its first day up to the day it ends, by the clock of Amsterdam', async ({ db }) => {
  const { councilId } = await aCouncil(db)
  const { personId } = await aPerson(db, [{ role: 'clerk', councilId }])
  await db.updateTable('person_role').set({ during: '[2027-01-10,2027-01-12)' }).execute()
  const token = await aSignIn(db, personId)
  await db.updateTable('sign_in').set({ expires_at: '2027-02-01T00:00:00Z' }).execute()
  const councilsAt = async (at: string) => (await viewerOf(db, token, Temporal.Instant.from(at)))?.councils.length
  expect(await councilsAt('2027-01-09T22:59:59Z')).toBe(0)
  expect(await councilsAt('2027-01-09T23:00:00Z')).toBe(1)
  expect(await councilsAt('2027-01-11T22:59:59Z')).toBe(1)
  expect(await councilsAt('2027-01-11T23:00:00Z')).toBe(0)
})

test('“last seen” moves at most every five minutes', async ({ db }) => {
  const { personId } = await aPerson(db, [{ role: 'planner' }])
  const token = await aSignIn(db, personId)
  const first = await findSignIn(db, hashToken(token), Temporal.Now.instant())
  if (!first) throw new Error('not signed in')
  const seenAt = async () => (await findSignIn(db, hashToken(token), first.lastSeenAt))?.lastSeenAt.epochMilliseconds
  await noteSeen(db, first.viewer.signInId, first.lastSeenAt.add({ minutes: 4 }))
  expect(await seenAt()).toBe(first.lastSeenAt.epochMilliseconds)
  await noteSeen(db, first.viewer.signInId, first.lastSeenAt.add({ minutes: 6 }))
  expect(await seenAt()).toBe(first.lastSeenAt.add({ minutes: 6 }).epochMilliseconds)
})

test('who was erased is signed in nowhere any more, and a link that she was mailed leads nowhere', async ({ db }) => {
  const { personId, emailAddressId } = await aPerson(db, [{ role: 'planner' }])
  const [token, link] = [await aSignIn(db, personId), await signInLinkFor(db, emailAddressId)]
  const now = Temporal.Now.instant()
  expect(await findSignInLink(db, hashToken(link), now)).toEqual({ signsInAs: 'staff' })
  // Only the mark: whatever else erasing takes away is not what keeps her out.
  await db.updateTable('person').set({ erased_at: now.toString() }).where('id', '=', personId).execute()
  expect(await viewerOf(db, token)).toBeUndefined()
  expect(await findSignInLink(db, hashToken(link), now)).toBeUndefined()
  const redeemed = redeemSignInLink(db, { token: link, replacesToken: undefined }, now)
  await expect(redeemed).rejects.toMatchObject({ code: 'link-no-longer-works' })
})
