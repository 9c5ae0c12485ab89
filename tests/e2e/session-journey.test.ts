import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { insertReply } from '#db/inviting/replies.ts'
import { type App, expect, test } from '#tests/support/app.ts'
import { calendarOf } from '#tests/support/mail-sink.ts'
import { expectGoodPage } from '#tests/support/page-checks.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aRegistration, aSpeaker, aVenue } from '#tests/support/sessions.ts'
import { signIn } from '#tests/support/sign-in.ts'

// Every page on the way is judged by axe, which takes its time on a busy machine.
test.describe.configure({ timeout: 240_000 })

async function signInAsStaff(page: Page, app: App): Promise<void> {
  await signIn(app, page.context(), await aPerson(app.db, [{ role: 'planner' }]))
}

const inNineWeeks = () => Temporal.Now.plainDateISO('Europe/Amsterdam').add({ weeks: 9 })

test('from an accepted request to an evening that is published, moved and called off', async ({
  page,
  app,
  browser,
}) => {
  const { reference, councilIds } = await aBareRequest(app.db, ['leiderdorp', 'oegstgeest'])
  await app.db
    .insertInto('briefing_request_topic')
    .values([
      { briefing_request_id: (await requestId(app, reference)).id, topic_id: 'wonen', position: 1, minutes: 45 },
      {
        briefing_request_id: (await requestId(app, reference)).id,
        topic_id: 'water-klimaat-natuur',
        position: 2,
        minutes: 30,
      },
    ])
    .execute()
  const griffie = `griffie-${randomUUID()}@griffie-leiderdorp.example`
  const clerk = await aClerk(app.db, 'leiderdorp', 'Kim Bedacht', griffie)
  const speaker = `Noor Voorbeeld ${randomUUID().slice(0, 4)}`
  await aSpeaker(app.db, speaker)
  const room = `Raadzaal ${randomUUID().slice(0, 4)}`
  await aVenue(app.db, room)
  await signInAsStaff(page, app)

  await page.goto(`/beheer/sessies/nieuw?aanvraag=${reference}`)
  await expectGoodPage(page, 'nieuw')
  await expect(page.getByLabel('Titel van het blok')).toHaveCount(2)

  // Wrong input: sentences, and everything typed is still there.
  await page.getByLabel('Titel', { exact: true }).fill('')
  await page.getByLabel('Datum').fill(inNineWeeks().toString())
  await page.getByLabel('Eindtijd').fill('18.00')
  await page.getByRole('button', { name: 'Concept opslaan' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(page.getByRole('link', { name: 'Vul een titel in.' })).toBeVisible()
  await expectGoodPage(page, 'nieuw-fout')

  // One more block, moved to the front by its number; one block less.
  await page.getByLabel('Titel', { exact: true }).fill('Wonen en water')
  await page.getByLabel('Eindtijd').fill('21.30')
  await page.getByRole('button', { name: 'Blok toevoegen' }).click()
  await expect(page.getByLabel('Titel van het blok')).toHaveCount(3)
  await expect(page).not.toHaveTitle(/^Fout: /)
  await page.getByLabel('Titel van het blok').nth(2).fill('Opening')
  await page.getByLabel('Minuten').nth(2).fill('10')
  await page.getByLabel('Volgnummer').nth(0).fill('2')
  await page.getByLabel('Volgnummer').nth(1).fill('3')
  await page.getByLabel('Volgnummer').nth(2).fill('1')
  await page.getByLabel('Zaal (niet verplicht)').selectOption({ label: `${room} (60 plaatsen)` })
  await page.getByLabel(speaker).check()
  await page.getByRole('button', { name: 'Concept opslaan' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Wonen en water' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Het concept is opgeslagen')
  await expect(page.locator('.programme-list li')).toHaveText([/Opening/, /wonen/i, /water/i])
  await expectGoodPage(page, 'concept')
  const sessionUrl = new URL(page.url()).pathname

  // Publish: first who hears of it, without anybody's address.
  await page.getByRole('link', { name: 'Publiceren' }).click()
  await expect(page.getByRole('rowheader', { name: 'Bevestigd', exact: true })).toBeVisible()
  expect(await page.content()).not.toContain(griffie)
  await expectGoodPage(page, 'publiceren')
  expect(app.mails.to(griffie)).toEqual([])
  await page.getByRole('button', { name: 'Bijeenkomst publiceren' }).click()
  await expect(page.getByRole('status')).toContainText('De bijeenkomst is gepubliceerd')
  await expectGoodPage(page, 'gepubliceerd')
  const published = await app.mails.waitFor(griffie)
  expect(published.subject).toContain('Bevestigd')
  expect(published.subject).toContain('DOS-2026-0001081')

  // The mail leads the griffier to the evening, who is coming, and the link for her own members.
  const hers = await browser.newContext()
  await signIn(app, hers, clerk)
  const dossier = await hers.newPage()
  await dossier.goto(/https?:\S+\/aanvraag\/\S+/.exec(published.text)?.[0] ?? '')
  const evening = dossier.getByRole('region', { name: 'De bijeenkomst' })
  await expect(evening).toContainText('19.30 tot 21.30 uur')
  await expect(evening).toContainText(room)
  await expect(evening.getByRole('link', { name: /\/bijeenkomst\// })).toHaveCount(1)
  const memberLink = (await evening.getByRole('link', { name: /\/bijeenkomst\// }).textContent()) ?? ''
  expect(published.text).toContain(memberLink)
  await expectGoodPage(dossier, 'aanvraag-met-avond')
  await evening.getByRole('link', { name: 'Bekijk wie zich aanmeldde en wie er komt' }).click()
  await expect(dossier.getByRole('heading', { level: 1 })).toHaveText('Reacties op “Wonen en water”')
  await expect(dossier.getByRole('link', { name: memberLink })).toBeVisible()
  await expectGoodPage(dossier, 'reacties-griffie')
  await hers.close()

  const councillor = `ans-${randomUUID()}@raadslid.example`
  const registrationId = await aRegistration(
    app.db,
    sessionUrl.split('/').at(-1) ?? '',
    councilIds[0] ?? '',
    councillor,
  )
  const at = Temporal.Now.instant()
  const yes = { registrationId, answer: 'yes', door: 'link', answeredSequence: 0, answeredAt: at } as const
  await app.db
    .transaction()
    .execute((trx) => insertReply(trx, { ...yes, recordedBy: undefined, notApplied: undefined }, at))

  // Move it: old and new, and that people are asked again.
  await page.getByRole('link', { name: 'Wijzigen' }).click()
  await expectGoodPage(page, 'bewerken')
  await page.getByLabel('Begintijd').fill('20.00')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Controleer uw wijziging' })).toBeVisible()
  await expect(page.getByText(/19\.30 tot 21\.30 uur/)).toBeVisible()
  await expect(page.getByText(/20\.00 tot 21\.30 uur/)).toBeVisible()
  await expect(page.getByText('Wij vragen iedereen opnieuw om een antwoord')).toBeVisible()
  await expect(page.getByText('1 antwoord vervalt')).toBeVisible()
  expect(await page.content()).not.toContain(councillor)
  await expect(page).toHaveTitle(/^Controleer: Bijeenkomst wijzigen/)
  await expectGoodPage(page, 'wijziging-controleren')
  await page.getByRole('button', { name: 'Terug naar het formulier' }).click()
  await expect(page.getByLabel('Begintijd')).toHaveValue('20.00')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).last().click()
  await page.getByRole('button', { name: 'Wijzigen en bericht sturen' }).click()
  await expect(page.getByRole('status')).toContainText('De wijziging is opgeslagen')
  await app.mails.waitFor(griffie, ({ subject }) => subject.includes('Gewijzigd: tijd'))

  const moved = await app.mails.waitFor(councillor)
  expect(calendarOf(moved)).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:1\r?\n/)
  expect(calendarOf(moved)).toContain('DTSTART;TZID=Europe/Amsterdam:')
  expect(calendarOf(moved)).toMatch(/T200000\r?\n/)

  // Her own page does not pass off what she said about the old time as her answer.
  const hersToo = await (await browser.newContext()).newPage()
  await hersToo.goto(/https?:\S+\?antwoord=ja/.exec(moved.text)?.[0] ?? '')
  await expect(hersToo.getByText('De tijd van deze bijeenkomst is gewijzigd')).toBeVisible()
  await expect(hersToo.getByRole('region', { name: 'Wat u antwoordde' })).toContainText(
    'over een eerdere tijd, telt niet mee',
  )
  await expectGoodPage(hersToo, 'opnieuw-gevraagd')
  await hersToo.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(hersToo.getByText('De tijd van deze bijeenkomst is gewijzigd')).toHaveCount(0)
  await expect(
    hersToo.getByRole('region', { name: 'Wat u antwoordde' }).getByRole('listitem').first(),
  ).not.toContainText('telt niet mee')
  await hersToo.context().close()

  // Call it off: reason, who hears of it, done.
  await page.getByRole('link', { name: 'Annuleren' }).click()
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await expect(page.getByRole('link', { name: /Schrijf in één zin waarom/ })).toBeVisible()
  await expectGoodPage(page, 'annuleren-fout')
  await page.getByLabel(/Waarom gaat de bijeenkomst niet door/).fill('De spreker is ziek.')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await expect(page.getByRole('row', { name: /^Gaat niet door griffie/ })).toBeVisible()
  await expect(page).toHaveTitle(/^Controleer: Bijeenkomst annuleren/)
  await expectGoodPage(page, 'annuleren-controleren')
  await page.getByRole('button', { name: 'Bijeenkomst annuleren' }).click()
  await expect(page.getByRole('status')).toContainText('De bijeenkomst is geannuleerd')
  await expectGoodPage(page, 'geannuleerd')
  const cancelled = await app.mails.waitFor(griffie, ({ subject }) => subject.includes('Gaat niet door'))
  expect(cancelled.text).toContain('De spreker is ziek.')
  const off = await app.mails.waitFor(councillor, ({ subject }) => subject.includes('Gaat niet door'))
  expect(calendarOf(off)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2\r?\n/)

  // Room and speaker are free again: the same slot for the same request.
  await page.goto(`/beheer/sessies/nieuw?aanvraag=${reference}`)
  await expect(page.getByRole('button', { name: 'Concept opslaan' }).last()).toBeVisible()
  await page.goto(`${sessionUrl}/bewerken`)
  await expect(page.getByText('kan niet meer gewijzigd worden')).toBeVisible()
})

test('a slot that is taken is refused with the name of the other evening', async ({ page, app }) => {
  const speaker = `Sam Proefman ${randomUUID().slice(0, 4)}`
  await aSpeaker(app.db, speaker)
  await signInAsStaff(page, app)
  const plan = async (title: string) => {
    const { reference } = await aBareRequest(app.db)
    await page.goto(`/beheer/sessies/nieuw?aanvraag=${reference}`)
    await page.getByLabel('Titel', { exact: true }).fill(title)
    await page.getByLabel('Datum').fill(inNineWeeks().add({ days: 1 }).toString())
    await page.getByLabel('Zaal').selectOption('Geen zaal (alleen online)')
    await page.getByLabel('Link voor online deelname').fill('https://uitzending.example/avond')
    await page.getByLabel(speaker).check()
    await page.getByRole('button', { name: 'Concept opslaan' }).last().click()
  }
  await plan('De eerste avond')
  await expect(page.getByRole('heading', { level: 1, name: 'De eerste avond' })).toBeVisible()
  await plan('De tweede avond')
  await expect(page.getByText(`${speaker} spreekt dan al bij “De eerste avond”`)).toBeVisible()
  await expect(page.getByLabel('Titel', { exact: true })).toHaveValue('De tweede avond')
  await expectGoodPage(page, 'bezet')
})

test('two windows: the second sees what the first saved before it saves itself', async ({ page, app }) => {
  await signInAsStaff(page, app)
  const { reference } = await aBareRequest(app.db)
  await page.goto(`/beheer/sessies/nieuw?aanvraag=${reference}`)
  await page.getByLabel('Titel', { exact: true }).fill('Avond')
  await page.getByLabel('Datum').fill(inNineWeeks().add({ days: 2 }).toString())
  await page.getByRole('button', { name: 'Concept opslaan' }).last().click()
  const url = new URL(page.url()).pathname
  await page.goto(`${url}/bewerken`)
  const other = await page.context().newPage()
  await other.goto(`${url}/bewerken`)
  await other.getByLabel('Titel', { exact: true }).fill('Avond van de ander')
  await other.getByRole('button', { name: 'Concept opslaan' }).last().click()
  await page.getByLabel('Eindtijd').fill('21.45')
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'POST'),
    page.getByRole('button', { name: 'Concept opslaan' }).last().click(),
  ])
  expect(response.status()).toBe(409)
  await expect(page.getByText('Zo staat de bijeenkomst er nu voor')).toBeVisible()
  await expect(page.getByLabel('Eindtijd')).toHaveValue('21.45')
  await expectGoodPage(page, 'intussen-gewijzigd')
  await page.getByRole('button', { name: 'Concept opslaan' }).last().click()
  await expect(page.getByRole('status')).toContainText('De wijziging is opgeslagen')
})

test('a speaker or a room that a colleague changed: both are shown, and saving once more replaces what she saved', async ({
  page,
  app,
}) => {
  await signInAsStaff(page, app)
  const ours = `Bo Denkbeeld ${randomUUID().slice(0, 4)}`
  await aSpeaker(app.db, ours)
  await aVenue(app.db, `Zaal van ${ours}`)
  const other = await page.context().newPage()
  for (const [path, label, name, button] of [
    ['zalen', 'Naam van de zaal', `Zaal van ${ours}`, 'Zaal opslaan'],
    ['sprekers', 'Naam', ours, 'Spreker opslaan'],
  ] as const) {
    await page.goto(`/beheer/${path}`)
    await page.getByRole('link', { name }).click()
    await other.goto(page.url())
    await other.getByLabel(label, { exact: true }).fill(`${name}, van de ander`)
    await other.getByRole('button', { name: button }).click()
    await page.getByLabel(label, { exact: true }).fill(`${name}, van mij`)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('region', { name: 'Zo staat het er nu' })).toContainText(`${name}, van de ander`)
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(`${name}, van mij`)
    await expectGoodPage(page, `${path}-intussen-gewijzigd`)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('link', { name: `${name}, van mij` })).toBeVisible()
  }
})

test('lists: filters live in the address; rooms and speakers can be added and changed', async ({ page, app }) => {
  await signInAsStaff(page, app)
  await page.goto('/beheer/sessies?periode=alles')
  await expectGoodPage(page, 'lijst')
  await page.getByLabel('Titel of gemeente').fill('bestaat niet')
  await page.getByRole('button', { name: 'Lijst tonen' }).click()
  await expect(page).toHaveURL(/zoek=bestaat/)
  await expect(page.getByText('Geen bijeenkomsten gevonden')).toBeVisible()
  await expectGoodPage(page, 'lijst-leeg')
  for (const [path, label, name, button] of [
    ['zalen', 'Naam van de zaal', 'Grote zaal', 'Zaal opslaan'],
    ['sprekers', 'Naam', 'Bo Denkbeeld', 'Spreker opslaan'],
  ] as const) {
    const fresh = `${name} ${randomUUID().slice(0, 4)}`
    await page.goto(`/beheer/${path}/nieuw`)
    await page.getByRole('button', { name: button }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expectGoodPage(page, `${path}-fout`)
    await page.getByLabel(label, { exact: true }).fill(fresh)
    await page.getByRole('button', { name: button }).click()
    await expectGoodPage(page, path)
    await page.getByRole('link', { name: fresh }).click()
    await page.getByLabel(label, { exact: true }).fill(`${fresh} 2`)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('link', { name: `${fresh} 2` })).toBeVisible()
  }
  await page.goto('/beheer/zalen')
  const room = page.getByRole('row', { name: /^Grote zaal/ }).first()
  await expect(room).toContainText('geen')
  await room.getByRole('link').click()
  await page.getByLabel('Gemeente (niet verplicht)').selectOption('Zoeterwoude')
  await expectGoodPage(page, 'zaal-gemeente')
  await page.getByRole('button', { name: 'Zaal opslaan' }).click()
  await expect(room).toContainText('Zoeterwoude')
  await page.goto('/beheer/sessies/nieuw')
  await expectGoodPage(page, 'kies-aanvraag')
  for (const path of ['/beheer/sessies/geen-uuid', '/beheer/zalen/geen-uuid', '/beheer/sessies/nieuw?aanvraag=RB-1']) {
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
  }
})

/** The calendar object of a mail, its lines unfolded (RFC 5545 §3.1). */
async function requestId(app: App, reference: string): Promise<{ id: string }> {
  return app.db.selectFrom('briefing_request').select('id').where('reference', '=', reference).executeTakeFirstOrThrow()
}
