import { Agent, request } from 'node:http'
import { expect, test } from '@playwright/test'
import { sql } from 'kysely'
import { someMails } from '#tests/support/outbox.ts'
import { aSharedPlace, type SharedPlace } from '#tests/support/shared-place.ts'

test.describe.configure({ timeout: 120_000 })

let place: SharedPlace
test.afterEach(() => place.remove())

/** How a process ended after SIGTERM, and after how many milliseconds. */
async function stopped({ stop }: Awaited<ReturnType<SharedPlace['start']>>) {
  const asked = Date.now()
  return { code: await stop(), within: Date.now() - asked }
}

const statesOf = async ({ db }: SharedPlace) =>
  Object.fromEntries(
    (
      await db
        .selectFrom('posted_mail')
        .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute()
    ).map(({ state, count }) => [state, Number(count)]),
  )

const heldJobs = async ({ db }: SharedPlace) =>
  (
    await sql<{ task: string }>`
      select task_identifier as task from graphile_worker.jobs where locked_at is not null`.execute(db)
  ).rows

test('a visitor whose page is being made when the process is stopped gets it, whole', async () => {
  place = await aSharedPlace('seeded')
  const web = await place.start({ ROLE: 'web' })
  const agent = new Agent({ keepAlive: true })
  const get = (path: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request(web.baseUrl + path, { agent }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
        response.on('error', reject)
      })
      sent.once('error', reject)
      sent.end()
    })
  await get('/healthz')
  const holding = await place.db.startTransaction().execute()
  await sql`lock table topic in access exclusive mode`.execute(holding)
  const page = get('/onderwerpen/wonen?vers=1')
  await expect
    .poll(async () => (await sql`select from pg_locks where not granted`.execute(place.db)).rows.length)
    .toBeGreaterThan(0)
  const ending = stopped(web)
  await expect.poll(() => fetch(`${web.baseUrl}/healthz`).catch(() => 'no longer there')).toBe('no longer there')
  await holding.rollback().execute()
  expect(await page).toMatchObject({ status: 200, text: expect.stringMatching(/<h1>[\s\S]*<\/html>\s*$/) })
  const { code, within } = await ending
  expect(code).toBe(0)
  expect(within).toBeLessThan(5_000)
  agent.destroy()
})

test('mails that were not offered yet when a slow server makes the process stop are the next one’s, at once', async () => {
  let delay = 500
  place = await aSharedPlace('seeded', () => delay)
  await someMails(place.db, 80, Temporal.Now.instant())
  const worker = await place.start({ ROLE: 'worker' })
  await expect.poll(() => place.mails.all().length, { timeout: 20_000 }).toBeGreaterThan(2)
  const { code, within } = await stopped(worker)
  expect(within).toBeLessThan(10_000)
  expect(code).toBe(0)
  const left = await statesOf(place)
  expect(Object.keys(left).sort()).toEqual(['pending', 'sent'])
  expect(left.sent).toBe(place.mails.all().length)
  expect(await heldJobs(place)).toEqual([])
  const { tries } = await place.db
    .selectFrom('posted_mail')
    .select(({ fn }) => fn.max('attempts').as('tries'))
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()
  expect(tries, 'what was not tried was not an attempt').toBe(0)
  delay = 0
  await place.start({ ROLE: 'worker' })
  await expect.poll(() => statesOf(place), { timeout: 20_000 }).toEqual({ sent: 80 })
  expect(place.mails.all()).toHaveLength(80)
})

test('a job that does not come to its end is handed back before the process ends', async () => {
  place = await aSharedPlace('seeded')
  const worker = await place.start({ ROLE: 'worker' })
  const holding = await place.db.startTransaction().execute()
  await sql`lock table briefing_session in access exclusive mode`.execute(holding)
  await sql`select graphile_worker.add_job('expireOptions', '{}'::json)`.execute(place.db)
  await expect.poll(() => heldJobs(place)).toEqual([{ task: 'expireOptions' }])
  const { within } = await stopped(worker)
  await holding.rollback().execute()
  expect(within).toBeLessThan(10_000)
  expect(await heldJobs(place)).toEqual([])
})
