import { hashToken } from '#app/domain/access/tokens.server.ts'
import { issueMailboxProof } from '#app/use-cases/access/issue-mailbox-proof.ts'
import { redeemMailboxProof } from '#app/use-cases/access/redeem-mailbox-proof.ts'
import { redeemSignInLink } from '#app/use-cases/access/redeem-sign-in-link.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { findMailboxProof, findSignInLink } from '#db/access/sign-in-tokens.ts'
import { findSignIn } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'
import { aCouncil, aPerson } from '#tests/support/people.ts'
import { signInLinkFor } from '#tests/support/sign-in.ts'

const now = Temporal.Instant.from('2027-01-12T18:30:00Z')
let count = 0

async function aRequestFrom(db: Db, address: string) {
  await db
    .insertInto('session_format')
    .values({ id: 'proef', position: 99, title: 'Proef', minutes: 60, setup: '', audience: '', source: 'proef' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const emailAddressId = await db.transaction().execute((trx) => ensureEmailAddress(trx, address, now))
  const { id: briefingRequestId } = await db
    .insertInto('briefing_request')
    .values({
      reference: `RB-2027-9${String(++count).padStart(4, '0')}`,
      status: 'awaitingMailbox',
      audience: 'council',
      format_id: 'proef',
      expected_councillors: 20,
      venue_kind: 'councilChamber',
      openness: 'public',
      contact_name: 'Noor Griffier',
      contact_function: 'griffier',
      contact_email_id: emailAddressId,
      created_at: now.toString(),
      waiting_since: now.toString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { briefingRequestId, emailAddressId }
}

const issue = (db: Db, input: { briefingRequestId: string; emailAddressId: string }) =>
  db.transaction().execute((trx) => issueMailboxProof(trx, input, now))
const redeem = (db: Db, token: string, at = now) =>
  db.transaction().execute((trx) => redeemMailboxProof(trx, { token }, at))

test('the mailbox of a first-time griffier makes her a person without a role, signed in', async ({ db }) => {
  const asked = await aRequestFrom(db, 'griffie@nieuw.example')
  const { token } = await issue(db, asked)
  expect(await findMailboxProof(db, hashToken(token), now)).toEqual({
    ...asked,
    emailAddressId: undefined,
    state: 'usable',
  })

  const proven = await redeem(db, token)
  expect(proven.briefingRequestId).toBe(asked.briefingRequestId)
  const signIn = await findSignIn(db, hashToken(proven.signInToken), now)
  expect(signIn?.viewer).toMatchObject({ personId: proven.personId, name: 'Noor Griffier', councils: [], staff: [] })
})

test('a known griffier stays who she is, under her own name', async ({ db }) => {
  const { councilId } = await aCouncil(db)
  const clerk = await aPerson(db, [{ role: 'clerk', councilId }])
  const { token } = await issue(db, await aRequestFrom(db, clerk.address.toUpperCase()))
  const proven = await redeem(db, token)
  expect(proven.personId).toBe(clerk.personId)
  expect((await findSignIn(db, hashToken(proven.signInToken), now))?.viewer.name).toBe(clerk.name)
})

test('of twelve callers one proves the mailbox, and there is one person', async ({ db }) => {
  const { token } = await issue(db, await aRequestFrom(db, 'griffie@nieuw.example'))
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => redeem(db, token)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await findMailboxProof(db, hashToken(token), now)).toMatchObject({ state: 'used' })
})

test('twelve proofs of one new mailbox make one person', async ({ db }) => {
  const tokens = await Promise.all(
    Array.from({ length: 12 }, async () => (await issue(db, await aRequestFrom(db, 'griffie@nieuw.example'))).token),
  )
  const proven = await Promise.all(tokens.map((token) => redeem(db, token)))
  expect(new Set(proven.map(({ personId }) => personId)).size).toBe(1)
})

test('a proof works for seven days, and a newer one for the same request takes the older along', async ({ db }) => {
  const asked = await aRequestFrom(db, 'griffie@nieuw.example')
  const [first, second] = [await issue(db, asked), await issue(db, asked)]
  const refused = { code: 'link-no-longer-works' }
  await expect(redeem(db, first.token, now.add({ hours: 7 * 24 }))).rejects.toMatchObject(refused)
  await redeem(db, second.token, now.add({ hours: 7 * 24 - 1 }))
  await expect(redeem(db, first.token)).rejects.toMatchObject(refused)
})

test('a proof that is rolled back with the request it belongs to is not spent', async ({ db }) => {
  const { token } = await issue(db, await aRequestFrom(db, 'griffie@nieuw.example'))
  const failing = db.transaction().execute(async (trx) => {
    await redeemMailboxProof(trx, { token }, now)
    throw new Error('the request could not go on')
  })
  await expect(failing).rejects.toThrow('the request could not go on')
  await redeem(db, token)
})

test('a proof is no sign-in link and a sign-in link is no proof: neither works as the other, or is used up by trying', async ({
  db,
}) => {
  const { emailAddressId, address } = await aPerson(db, [{ role: 'planner' }])
  const moment = Temporal.Now.instant()
  const link = await signInLinkFor(db, emailAddressId)
  const asked = await aRequestFrom(db, address)
  const { token } = await db.transaction().execute((trx) => issueMailboxProof(trx, asked, moment))
  const refused = { code: 'link-no-longer-works' }
  expect(await findSignInLink(db, hashToken(token), moment)).toBeUndefined()
  expect(await findMailboxProof(db, hashToken(link), moment)).toBeUndefined()
  await expect(redeemSignInLink(db, { token, replacesToken: undefined }, moment)).rejects.toMatchObject(refused)
  await expect(redeem(db, link, moment)).rejects.toMatchObject(refused)
  await redeem(db, token, moment)
  expect((await redeemSignInLink(db, { token: link, replacesToken: undefined }, moment)).goTo).toBe('/beheer/wachtrij')
})
