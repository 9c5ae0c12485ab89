import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import { redeemSignInLink } from '#app/use-cases/access/redeem-sign-in-link.ts'
import { requestSignInLink } from '#app/use-cases/access/request-sign-in-link.ts'
import { type SignInLinkOrder, sendSignInLink } from '#app/use-cases/access/send-sign-in-link.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { ensurePerson } from '#db/access/people.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'
import { aSite as site } from '#tests/support/here-and-now.ts'
import { aCouncil, aPerson } from '#tests/support/people.ts'

const now = Temporal.Instant.from('2027-01-12T18:30:00Z')
/** What asking left to be done, as the worker would read it. */
async function ordersAfterAsking(db: Db, address: string, returnTo?: string): Promise<SignInLinkOrder[]> {
  await requestSignInLink(db, { address, returnTo })
  const { rows } = await sql<{ payload: SignInLinkOrder }>`
    select payload from graphile_worker._private_jobs order by id desc limit 1`.execute(db)
  return rows.map(({ payload }) => payload)
}

async function mailsAfterAsking(db: Db, address: string, returnTo?: string) {
  for (const order of await ordersAfterAsking(db, address, returnTo)) await sendSignInLink(db, site, order, now)
  const rows = await db.selectFrom('outbox').select(['recipient', 'raw']).execute()
  return Promise.all(rows.map(async ({ recipient, raw }) => ({ recipient, mail: await simpleParser(raw) })))
}

test('a known address gets one mail, and its link signs in and leads on', async ({ db }) => {
  const { councilId } = await aCouncil(db)
  const clerk = await aPerson(db, [{ role: 'clerk', councilId }])
  const [sent, ...more] = await mailsAfterAsking(db, ` ${clerk.address.toUpperCase()} `, '/griffie/lijst')
  expect(more).toEqual([])
  expect(sent?.recipient).toBe(clerk.address)
  const [, token = ''] = /https:\/\/raadsbriefing\.example\/inloggen\/([\w-]{43})/.exec(sent?.mail.text ?? '') ?? []
  expect(sent?.mail.html || '').toContain(token)
  const { goTo } = await redeemSignInLink(db, { token, replacesToken: undefined }, now)
  expect(goTo).toBe('/griffie/lijst')
})

test('asking does the same for an address nobody has', async ({ db }) => {
  const clerk = await aPerson(db, [{ role: 'planner' }])
  const [known] = await ordersAfterAsking(db, clerk.address)
  const [unknown] = await ordersAfterAsking(db, 'niemand@nergens.example')
  expect(Object.keys(known ?? {}).sort()).toEqual(Object.keys(unknown ?? {}).sort())
  expect([known?.emailAddressId, unknown?.emailAddressId]).toEqual([clerk.emailAddressId, null])
  expect(JSON.stringify([known, unknown])).not.toContain('@')
})

test('nobody without a role gets a mail: unknown, councillor, former clerk, erased, second address', async ({ db }) => {
  const councillor = await aPerson(db)
  const former = await aPerson(db, [{ role: 'planner' }])
  await db
    .updateTable('person_role')
    .set({ during: '[2020-01-01,2027-01-12)' })
    .where('person_id', '=', former.personId)
    .execute()
  const erased = await aPerson(db, [{ role: 'planner' }])
  await db.updateTable('person').set({ erased_at: now.toString() }).where('id', '=', erased.personId).execute()
  const clerk = await aPerson(db, [{ role: 'planner' }])
  await db.transaction().execute(async (trx) => {
    const emailAddressId = await ensureEmailAddress(trx, 'assistent@proef.example', now)
    await trx
      .insertInto('person_alias')
      .values({ email_address_id: emailAddressId, person_id: clerk.personId, added_by: null, added_at: now.toString() })
      .execute()
  })
  const addresses = [
    councillor.address,
    former.address,
    erased.address,
    'assistent@proef.example',
    'niemand@nergens.example',
  ]
  for (const address of addresses) expect(await mailsAfterAsking(db, address), address).toEqual([])
  const { tokens } = await db
    .selectFrom('sign_in_token')
    .select(({ fn }) => fn.countAll<number>().as('tokens'))
    .executeTakeFirstOrThrow()
  expect(tokens).toBe(0)
})

test('who asked for a briefing may come back, even without a role', async ({ db }) => {
  const asker = await aPerson(db)
  const values = { submitted_by: asker.personId }
  await db
    .insertInto('session_format')
    .values({ id: 'proef', position: 99, title: 'Proef', minutes: 60, setup: '', audience: '', source: 'proef' })
    .execute()
  await db
    .insertInto('briefing_request')
    .values({
      ...values,
      reference: 'RB-2027-99999',
      status: 'submitted',
      audience: 'council',
      format_id: 'proef',
      expected_councillors: 20,
      venue_kind: 'councilChamber',
      openness: 'public',
      contact_name: asker.name,
      contact_function: 'griffier',
      created_at: now.toString(),
      waiting_since: now.toString(),
    })
    .execute()
  expect(await mailsAfterAsking(db, asker.address)).toHaveLength(1)
})

test('a job that runs twice mails once', async ({ db }) => {
  const clerk = await aPerson(db, [{ role: 'planner' }])
  const [order] = await ordersAfterAsking(db, clerk.address)
  if (!order) throw new Error('no job')
  await Promise.all([1, 2, 3].map(() => sendSignInLink(db, site, order, now)))
  await sendSignInLink(db, site, order, now.add({ minutes: 1 }))
  expect(await db.selectFrom('outbox').select('id').execute()).toHaveLength(1)
  expect(await db.selectFrom('sign_in_token').select('purpose').execute()).toHaveLength(1)
})

test('twelve first sign-ins of one new mailbox find one person', async ({ db }) => {
  const people = await Promise.all(
    Array.from({ length: 12 }, () =>
      db.transaction().execute(async (trx) => {
        const emailAddressId = await ensureEmailAddress(trx, 'nieuw@proef.example', now)
        return ensurePerson(trx, { emailAddressId, name: 'Nieuw', calendarToken: newCalendarToken() }, now)
      }),
    ),
  )
  expect(new Set(people.map(({ personId }) => personId)).size).toBe(1)
  expect(people.filter(({ isNew }) => isNew)).toHaveLength(1)
})
