import { randomUUID } from 'node:crypto'
import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { personalToken } from '#app/domain/access/tokens.server.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { type App, startApp } from '#tests/support/app.ts'
import { aPublishedEvening, registers } from '#tests/support/evenings.ts'
import { inWeeks, siteAt } from '#tests/support/here-and-now.ts'
import { expectGoodPage } from '#tests/support/page-checks.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { aPlan } from '#tests/support/sessions.ts'
import { signIn } from '#tests/support/sign-in.ts'

const linkSecret = 'feed-test-secret-of-at-least-thirty-two'
test.use({ contextOptions: { reducedMotion: 'reduce' } })

let app: App & { stop: () => Promise<void> }
test.beforeAll(async () => {
  app = await startApp({ LINK_SECRET: linkSecret, LOG_LEVEL: 'debug' })
})
test.afterAll(() => app.stop())

const upcoming = () => {
  const start = inWeeks(6)
  return aPlan({ title: `Wonen ${randomUUID().slice(0, 4)}`, start, end: start.add({ minutes: 90 }) })
}

async function anEvening() {
  const plan = upcoming()
  const place = { site: siteAt(app.baseUrl, linkSecret), at: Temporal.Now.instant() }
  return { plan, ...(await aPublishedEvening(app.db, plan, ['leiderdorp'], place)) }
}

/** The address in the text box, as the reader would copy it. */
async function addressOn(page: Page): Promise<string> {
  const address = await page.getByLabel(/^Agenda-adres/).inputValue()
  await expect(page.getByRole('link', { name: /^Openen in mijn agenda/ })).toHaveAttribute(
    'href',
    address.replace('http:', 'webcal:'),
  )
  return address
}

function summaries(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('summary')))
}

/** As a calendar program asks: without the conveniences of fetch. */
function ask(address: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }>(
    (done, failed) => {
      get(address, options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        )
      }).on('error', failed)
    },
  )
}

test('a councillor makes an address, subscribes, and makes the old one die', async ({ page }) => {
  const { db, baseUrl } = app
  const { plan, linkToken, id } = await anEvening()
  const address = `roos-${randomUUID().slice(0, 6)}@prive.example`
  await registers(db, linkToken, address, Temporal.Now.instant(), 'Roos Verzonnen')
  const { personId, link_version } = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .select(['person.id as personId', 'link_version'])
    .where('briefing_session_id', '=', id)
    .executeTakeFirstOrThrow()

  await page.goto(`${baseUrl}/mijn/${personalToken(linkSecret, personId, link_version)}`)
  await page.getByRole('link', { name: 'Zet deze bijeenkomsten in uw agenda' }).click()
  await expectGoodPage(page, 'agenda-leeg')
  await page.getByRole('button', { name: 'Agenda-adres maken' }).click()
  await expect(page.getByText('Het agenda-adres staat klaar')).toBeVisible()
  await expectGoodPage(page, 'agenda')
  const first = await addressOn(page)

  const answer = await ask(first)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('private, no-cache')
  expect(answer.headers['x-robots-tag']).toBe('noindex')
  expect(answer.headers['set-cookie']).toBeUndefined()
  const text = answer.body.toString()
  expect(summaries(text)).toEqual([plan.title])
  expect(text).toContain('METHOD:PUBLISH')
  expect(text).not.toContain(address)

  const { etag } = answer.headers
  expect(etag).toMatch(/^W\/"/)
  const same = await ask(first, { headers: { 'if-none-match': `"x", ${String(etag)}` } })
  expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, etag])
  const head = await ask(first, { method: 'HEAD' })
  expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, etag])
  const zipped = await ask(first, { headers: { 'accept-encoding': 'gzip' } })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.body).toString()).toBe(text)

  const session = await findBriefingSession(db, id)
  const cancel = { id, version: session?.version ?? 0, reason: 'De spreker is ziek.', staffId: personId }
  await cancelSession(db, siteAt(baseUrl, linkSecret), cancel, Temporal.Now.instant())
  const changed = await ask(first, { headers: { 'if-none-match': String(etag) } })
  expect(changed.status).toBe(200)
  expect(changed.body.toString()).toContain('STATUS:CANCELLED')

  const older = await page.context().newPage()
  await older.goto(page.url())
  await page.getByRole('button', { name: 'Nieuw adres maken' }).click()
  await expect(page.getByText('Het oude werkt niet meer')).toBeVisible()
  const second = await addressOn(page)
  expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200])
  await older.getByRole('button', { name: 'Nieuw adres maken' }).click()
  await expect(older.getByText('Dat adres was al vervangen of uitgezet')).toBeVisible()
  expect(await addressOn(older), 'an older tab does not end the newest address').toBe(second)
  await page.getByRole('button', { name: 'Adres uitzetten' }).click()
  await expect(page.getByText('Het agenda-adres staat uit')).toBeVisible()
  expect((await ask(second)).status).toBe(404)

  const log = app.portal.output()
  for (const used of [first, second]) expect(log).not.toContain(/agenda\/([^.]+)/.exec(used)?.[1] ?? 'agenda')
})

test('a clerk has the calendar of her council, and of no other', async ({ page, context }) => {
  const { db, baseUrl } = app
  const { plan } = await anEvening()
  const clerk = await aPerson(db, [{ role: 'deputyClerk', councilId: await councilOf(db, 'leiderdorp') }])
  const stranger = await aPerson(db, [{ role: 'deputyClerk', councilId: await councilOf(db, 'gorinchem') }])
  await signIn(app, context, clerk)
  await page.goto(`${baseUrl}/griffie`)
  await page.getByRole('link', { name: 'Zet de bijeenkomsten van uw raad in uw agenda' }).click()
  await page.getByRole('button', { name: 'Agenda-adres maken' }).click()
  await expectGoodPage(page, 'agenda-griffie')
  const address = await addressOn(page)
  expect(summaries((await ask(address)).body.toString())).toContain(plan.title)

  await context.clearCookies()
  await signIn(app, context, stranger)
  await page.goto(`${baseUrl}/account/agenda`)
  await page.getByRole('button', { name: 'Agenda-adres maken' }).click()
  expect(summaries((await ask(await addressOn(page))).body.toString())).not.toContain(plan.title)

  // The role ends, and with it the address.
  const ended = { during: '[2020-01-01,2020-02-01)' }
  await db.updateTable('person_role').set(ended).where('person_id', '=', clerk.personId).execute()
  expect((await ask(address)).status).toBe(404)
})

test('staff have a calendar for each region they choose, and keep the speakers’ addresses', async ({
  page,
  context,
}) => {
  const { db, baseUrl } = app
  const { plan } = await anEvening()
  await signIn(app, context, await aPerson(db, [{ role: 'planner' }]))
  await page.goto(`${baseUrl}/account`)
  await page.getByRole('link', { name: 'Zet de bijeenkomsten in uw agenda' }).click()
  await page.getByRole('button', { name: 'Agenda-adres maken' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(page.getByRole('link', { name: 'Kies een regio.' })).toBeVisible()
  await page.getByLabel('Regio', { exact: true }).selectOption('leidse-regio')
  await page.getByRole('button', { name: 'Agenda-adres maken' }).click()
  await expectGoodPage(page, 'agenda-provincie')
  expect(summaries((await ask(await addressOn(page))).body.toString())).toContain(plan.title)

  await page.goto(`${baseUrl}/beheer/sprekers`)
  await page.locator('main table a').first().click()
  await page.getByRole('link', { name: 'Agenda-adres van deze spreker' }).click()
  await page.getByRole('button', { name: 'Agenda-adres maken' }).click()
  await expectGoodPage(page, 'agenda-spreker')
  expect((await ask(await addressOn(page))).body.toString()).toContain('NAME:Briefings met')
})

test('one evening of the council’s page can be kept without registering', async ({ page }) => {
  const { plan, linkToken } = await anEvening()
  await page.goto(`${app.baseUrl}/bijeenkomst/${linkToken}`)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download voor uw agenda' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('briefing.ics')
  const { status, body } = await ask(`${app.baseUrl}/bijeenkomst/${linkToken}/agenda.ics`)
  expect(status).toBe(200)
  expect(summaries(body.toString())).toEqual([plan.title])
  expect(body.toString()).toContain('METHOD:PUBLISH')
  expect(body.toString(), 'the broadcast is for who registered').not.toContain('uitzending.example')
  expect((await ask(`${app.baseUrl}/bijeenkomst/nooit-gemaakt/agenda.ics`)).status).toBe(404)
})

test('who tries addresses is told to wait, and so is a program that never stops', async () => {
  const { db, baseUrl } = app
  await db.deleteFrom('rate_limit').execute()
  const statuses: number[] = []
  for (let attempt = 0; attempt < 62; attempt++) statuses.push((await ask(`${baseUrl}/agenda/x${attempt}.ics`)).status)
  expect(statuses.slice(0, 60)).toEqual(Array(60).fill(404))
  expect(statuses.slice(60)).toEqual([429, 429])
  const refused = await ask(`${baseUrl}/agenda/nooit.ics`)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  await db.deleteFrom('rate_limit').execute()
  expect((await ask(`${baseUrl}/agenda/nooit`)).status).toBe(404)
})
