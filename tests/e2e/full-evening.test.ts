import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { personalToken } from '#app/domain/access/tokens.server.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { type App, startApp } from '#tests/support/app.ts'
import { aPublishedEvening } from '#tests/support/evenings.ts'
import { inWeeks, siteAt } from '#tests/support/here-and-now.ts'
import { expectGoodPage } from '#tests/support/page-checks.ts'
import { aPerson } from '#tests/support/people.ts'
import { aPlan, aRegistration } from '#tests/support/sessions.ts'
import { signIn } from '#tests/support/sign-in.ts'

const linkSecret = 'full-evening-test-secret-of-at-least-thirty-two'

let app: App & { stop: () => Promise<void> }
test.beforeAll(async () => {
  app = await startApp({ LINK_SECRET: linkSecret })
})
test.afterAll(() => app.stop())

/** One seat, taken; and one person who waits for it. */
async function aFullEvening() {
  const site = siteAt(app.baseUrl, linkSecret)
  const at = Temporal.Now.instant()
  const start = inWeeks(9)
  const plan = aPlan({ start, end: start.add({ minutes: 90 }), capacity: 1 })
  const evening = await aPublishedEvening(app.db, plan, ['leiderdorp'], { site, at })
  const session = await findBriefingSession(app.db, evening.id)
  const add = async (place: 'seat' | 'waiting') => {
    const address = `${randomUUID()}@raad.example`
    const id = await aRegistration(app.db, evening.id, session?.councils[0]?.councilId ?? '', address)
    const { person_id } = await app.db
      .updateTable('registration')
      .set({ place })
      .where('id', '=', id)
      .returning('person_id')
      .executeTakeFirstOrThrow()
    return { id, address, own: `${app.baseUrl}/mijn/${personalToken(linkSecret, person_id, 1)}` }
  }
  return { ...evening, site, at, plan, seated: await add('seat'), waiting: await add('waiting') }
}

const opened = async (page: Page, url: string) => {
  await page.goto(url)
  return page
}

test('who registers for a full evening is not promised an invitation', async ({ page }) => {
  const { linkToken } = await aFullEvening()
  await page.goto(`${app.baseUrl}/bijeenkomst/${linkToken}/aangemeld`)
  await expect(page.getByText('Wij sturen u nu een mail over')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Wij sturen u nu een uitnodiging')
  await expect(page.locator('main')).not.toContainText('U hebt één plaats')
})

test('who leaves the waiting list hears nothing of an entry that was never there; who leaves her seat does', async ({
  page,
}) => {
  const { id, seated, waiting } = await aFullEvening()
  for (const [{ own }, done] of [
    [waiting, 'U staat niet meer op de wachtlijst'],
    [seated, 'U bent afgemeld. Uw agenda haalt de afspraak weg'],
  ] as const) {
    await page.goto(`${own}/bijeenkomst/${id}`)
    await page.getByRole('button', { name: 'Mij afmelden' }).click()
    await expect(page.getByRole('status')).toContainText(done)
    await expect(page.getByText('U bent niet meer aangemeld')).toBeVisible()
  }
})

test('an answer from a tab of before she left finds her own page, and says why it was not kept', async ({
  page,
  context,
}) => {
  const { id, seated } = await aFullEvening()
  const url = `${seated.own}/bijeenkomst/${id}`
  const answering = await opened(await context.newPage(), url)
  const needing = await opened(await context.newPage(), url)
  await page.goto(url)
  await page.getByRole('button', { name: 'Mij afmelden' }).click()
  await answering.getByLabel('Ja, ik kom').check()
  await answering.getByRole('button', { name: /^Antwoord / }).click()
  await needing.getByLabel(/Hebt u iets nodig/).selectOption('hearingLoop')
  await needing.getByRole('button', { name: 'Bewaren' }).click()
  for (const tab of [answering, needing]) {
    await expect(tab.getByRole('alert')).toContainText('Wij hebben dit niet bewaard')
    await expect(tab.getByRole('link', { name: 'Meld u opnieuw aan' })).toBeVisible()
  }
})

test('what one takes along says of an answer about an earlier time that it does not count, as the page does', async () => {
  const { id, site, plan, staffId, seated } = await aFullEvening()
  const answeredAt = Temporal.Now.instant()
  const reply = { registrationId: seated.id, answer: 'yes', door: 'link', answeredSequence: 0, answeredAt } as const
  await recordAnswer(app.db, site, reply, answeredAt)
  const counts = async () => {
    const own = await (await fetch(`${seated.own}/gegevens.json`)).json()
    return own.bijeenkomsten[0].antwoorden.map((each: { teltMee: boolean }) => each.teltMee)
  }
  expect(await counts()).toEqual([true])
  const { version = 0 } = (await findBriefingSession(app.db, id)) ?? {}
  const later = { ...plan, end: plan.end.add({ minutes: 15 }) }
  await changeSession(app.db, site, { id, version, plan: later, tellAboutText: false, staffId }, answeredAt)
  expect(await counts()).toEqual([false])
})

test('one reads how many of her mails are kept, takes that along, and hears that all is gone however often she presses', async ({
  page,
}) => {
  const { id, site, plan, staffId, seated } = await aFullEvening()
  const { version = 0 } = (await findBriefingSession(app.db, id)) ?? {}
  const later = { ...plan, end: plan.end.add({ minutes: 15 }) }
  await changeSession(app.db, site, { id, version, plan: later, tellAboutText: false, staffId }, Temporal.Now.instant())
  await page.goto(`${seated.own}/gegevens`)
  await expect(page.getByText('1 mail aan u, geen mails van u')).toBeVisible()
  const own = await (await fetch(`${seated.own}/gegevens.json`)).json()
  expect(own.bewaardeMails).toEqual({ aanU: 1, vanU: 0 })
  const erase = () => {
    const asAForm = { method: 'POST', body: new URLSearchParams(), headers: { origin: app.baseUrl } } as const
    return fetch(`${seated.own}/gegevens/wissen`, { ...asAForm, redirect: 'manual' })
  }
  for (const press of ['first', 'second']) {
    const answer = await erase()
    expect([answer.status, answer.headers.get('location')], press).toEqual([302, '/mijn/gewist'])
  }
  expect((await fetch(`${seated.own}/gegevens`)).status).toBe(404)
})

test('who said no and may come back reads that her seat may be gone', async ({ page }) => {
  const { id, site, seated } = await aFullEvening()
  await page.goto(`${seated.own}/bijeenkomst/${id}`)
  const warning = page.getByText('U zei nee. Iemand anders kan uw plaats krijgen.')
  await expect(warning).toHaveCount(0)
  const answeredAt = Temporal.Now.instant()
  const no = { registrationId: seated.id, answer: 'no', door: 'link', answeredSequence: 0, answeredAt } as const
  await recordAnswer(app.db, site, no, answeredAt)
  await page.reload()
  await expect(warning).toBeVisible()
  await expect(page.locator('main')).toContainText('Dan komt u op de wachtlijst.')
})

test('staff read how many places there were and will be, and of a cancellation who has an entry that goes', async ({
  browser,
}) => {
  const { id, waiting } = await aFullEvening()
  const context = await browser.newContext()
  await signIn(app, context, await aPerson(app.db, [{ role: 'planner' }]))
  const page = await context.newPage()
  await page.goto(`${app.baseUrl}/beheer/sessies/${id}/bewerken`)
  await page.getByLabel(/^Aantal plaatsen/).fill('2')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).last().click()
  await expect(page.getByRole('row', { name: 'Plaatsen 1 2' })).toBeVisible()
  await expect(
    page.getByRole('row', {
      name: 'U hebt nu een plaats wie van de wachtlijst een plaats krijgt (Leiderdorp) uitnodiging 1',
    }),
  ).toBeVisible()
  await expectGoodPage(page, 'meer-plaatsen')
  await page.getByRole('button', { name: 'Wijzigen en bericht sturen' }).click()
  await app.mails.waitFor(waiting.address)
  await page.goto(`${app.baseUrl}/beheer/sessies/${id}/bewerken`)
  await page.getByLabel(/^Link voor online/).fill('https://uitzending.example/elders')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).last().click()
  await expect(page.getByText('Wie nee zei of op de wachtlijst blijft, krijgt geen bericht.')).toBeVisible()
  await page.goto(`${app.baseUrl}/beheer/sessies/${id}/annuleren`)
  await page.getByLabel(/Waarom gaat de bijeenkomst niet door/).fill('De spreker is ziek.')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  const rows = page.getByRole('row', { name: /^Gaat niet door / })
  await expect(rows).toHaveText([
    /griffie \(Leiderdorp\)niets\d$/,
    /aangemelde deelnemers \(Leiderdorp\)afzegging1$/,
    /wachtlijst, en wie nog geen uitnodiging kreeg \(Leiderdorp\)niets1$/,
  ])
  await expectGoodPage(page, 'annuleren-met-wachtlijst')
  await context.close()
})
