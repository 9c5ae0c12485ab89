import type { Page } from '@playwright/test'
import { expect, startApp, test } from '#tests/support/app.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aPerson } from '#tests/support/people.ts'
import type { PortalProcess } from '#tests/support/portal-process.ts'
import { signIn } from '#tests/support/sign-in.ts'
import { type Wire, wireTo } from '#tests/support/wire.ts'

test.describe.configure({ timeout: 180_000 })

/** The portal at the other end of a wire that the test can hold or cut. */
async function aPortalOnAWire() {
  let wire: Wire | undefined
  const app = await startApp({}, async (connectionString) => {
    wire = await wireTo(connectionString)
    return wire.connectionString
  })
  return { app, wire: wire as unknown as Wire }
}

const typed = { name: 'Zaal "De Brug" & <b>co</b>', accessFacts: 'Ingang links.\nDe lift is achterin.' }

/** Presses a button and gives back what the answer to its form was. */
async function press(page: Page, name: string) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name }).click()
  const response = await answered
  await page.waitForLoadState()
  return { status: response.status(), headers: response.headers() }
}

async function typeAVenue(page: Page) {
  await page.goto('/beheer/zalen/nieuw')
  await page.getByLabel('Naam van de zaal').fill(typed.name)
  await page.getByLabel('Toegang').fill(typed.accessFacts)
}

/** SIGTERM: what became of the process, and whether within ten seconds. */
async function ended({ portal }: { portal: PortalProcess }) {
  const asked = performance.now()
  const code = await portal.stop()
  return { code, inTime: performance.now() - asked < 10_000 }
}

// Seen to fail before: each of these was a 500, and what was typed was gone.
test('what is typed while the database is away stays on the page, and is kept when it is back', async ({ browser }) => {
  const { app, wire } = await aPortalOnAWire()
  const context = await browser.newContext({ baseURL: app.baseUrl })
  await signIn(app, context, await aPerson(app.db, [{ role: 'planner' }]))
  const page = await context.newPage()
  await typeAVenue(page)
  wire.cut()
  for (const button of ['Zaal opslaan', 'Opnieuw proberen']) {
    const { status, headers } = await press(page, button)
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('30')
    expect(headers['cache-control']).toBe('no-store')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het portaal kan uw gegevens nu niet bewaren')
    await expect(page).toHaveTitle('Het portaal kan uw gegevens nu niet bewaren - Raadsbriefing')
  }
  expect(await faultsOf(page)).toEqual([])
  await wire.mend()
  await expect.poll(async () => (await fetch(`${app.baseUrl}/readyz`)).status).toBe(200)
  await press(page, 'Opnieuw proberen')
  await expect(page).toHaveURL(/gedaan=opgeslagen/)
  const kept = await app.db.selectFrom('venue').select('access_facts').where('name', '=', typed.name).execute()
  expect(kept.map(({ access_facts }) => access_facts.replaceAll('\r', ''))).toEqual([typed.accessFacts])
  const log = app.portal.output()
  expect(log).toContain('the database is away')
  expect(log).not.toMatch(/request failed|De Brug|lift/)
  await context.close()
  await app.stop()
  wire.stop()
})

test('whatever needs a database that is away is answered with 503 and when to come back', async () => {
  const { app, wire } = await aPortalOnAWire()
  const status = (path: string, cookie?: string) =>
    fetch(app.baseUrl + path, { redirect: 'manual', headers: cookie ? { cookie } : {} }).then((response) => ({
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
    }))
  wire.cut()
  const signedIn = 'raadsbriefing=ImlldHMi'
  for (const [path, cookie] of [
    ['/'],
    ['/gemeenten/leiderdorp?vers=1'],
    ['/aanvragen/leiderdorp'],
    ['/aanvragen/leiderdorp', signedIn],
    ['/beheer/wachtrij', signedIn],
    [`/agenda/${'a'.repeat(43)}.ics`],
    ['/gemeenten/leiderdorp.data'],
    ['/readyz'],
  ] as const)
    expect(await status(path, cookie), path).toEqual({ status: 503, retryAfter: '30' })
  expect(await status('/healthz')).toMatchObject({ status: 200 })
  expect(await status('/privacy'), 'a page of words only').toMatchObject({ status: 200 })
  // Seen to end with 0 and without a word of what it could not hand back.
  expect(await ended(app)).toEqual({ code: 1, inTime: true })
  expect(app.portal.output()).toContain('Stoppen ging niet helemaal goed: mail en taken')
  await app.stop()
  wire.stop()
})

// Seen to fail: the form waited 20 seconds for a 500, a page twice as long, and /readyz as long as both.
test('a database that falls silent is 503 within 25 seconds, and /readyz says so at once', async ({ browser }) => {
  const { app, wire } = await aPortalOnAWire()
  const context = await browser.newContext({ baseURL: app.baseUrl })
  await signIn(app, context, await aPerson(app.db, [{ role: 'planner' }]))
  const page = await context.newPage()
  await typeAVenue(page)
  wire.hold()
  const began = performance.now()
  const asked = fetch(`${app.baseUrl}/aanvragen/leiderdorp`, { headers: { cookie: 'raadsbriefing=ImlldHMi' } })
  const posted = press(page, 'Zaal opslaan')
  const ready = await fetch(`${app.baseUrl}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toMatchObject({ database: false })
  expect(performance.now() - began).toBeLessThan(6_000)
  expect((await posted).status).toBe(503)
  expect((await asked).status).toBe(503)
  expect(performance.now() - began).toBeLessThan(25_000)
  wire.letGo()
  await expect.poll(async () => (await press(page, 'Opnieuw proberen')).status, { timeout: 60_000 }).toBe(302)
  await expect(page).toHaveURL(/gedaan=opgeslagen/)
  await context.close()
  wire.hold()
  expect(await ended(app)).toEqual({ code: 1, inTime: true })
  expect(app.portal.output()).toMatch(/Stoppen duurde te lang\. Nog bezig: [a-z ]+\./)
  await app.stop()
  wire.stop()
})
