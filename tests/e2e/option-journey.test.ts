import { randomUUID } from 'node:crypto'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { type App, expect, test } from '#tests/support/app.ts'
import { inWeeks, siteAt } from '#tests/support/here-and-now.ts'
import { calendarOf, type DeliveredMail } from '#tests/support/mail-sink.ts'
import { expectGoodPage } from '#tests/support/page-checks.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker, aVenue } from '#tests/support/sessions.ts'
import { signedInPage, signIn } from '#tests/support/sign-in.ts'

test.describe.configure({ timeout: 240_000 })

/** The calendar object of a mail, its lines unfolded (RFC 5545 §3.1). */
/** The first link of a mail to a page for an answer. */
function answerLink({ text }: DeliveredMail, word: 'ja' | 'nee'): string {
  const link = new RegExp(`https?://\\S+/afspraak/\\S+antwoord=${word}`).exec(text)?.[0]
  if (!link) throw new Error(`no link to answer in: ${text}`)
  return link
}

async function aDraft(app: App) {
  const tag = randomUUID().slice(0, 8)
  const { reference, councilIds, id: requestId } = await aBareRequest(app.db, ['voorschoten'])
  const clerk = `griffie-${tag}@griffie-voorschoten.example`
  const { personId: clerkId } = await aClerk(app.db, 'voorschoten', `Kim Bedacht ${tag}`, clerk)
  const { personId: colleagueId } = await aClerk(
    app.db,
    'voorschoten',
    `Mia Bedenksel ${tag}`,
    `mia-${tag}@griffie-voorschoten.example`,
  )
  const speaker = { name: `Noor Voorbeeld ${tag}`, address: `noor-${tag}@spreker.example` }
  const other = `Sam Proefman ${tag}`
  const room = { name: `Raadzaal ${tag}`, address: `raadzaal-${tag}@zalen.example` }
  const start = inWeeks(11)
  const plan = aPlan({
    title: `Wonen in Voorschoten ${tag}`,
    start,
    end: start.add({ minutes: 90 }),
    speakerIds: [await aSpeaker(app.db, speaker.name, speaker.address), await aSpeaker(app.db, `Bo ${tag}`)],
    venueId: await aVenue(app.db, room.name, 60, room.address),
  })
  await aSpeaker(app.db, other)
  const staff = await aPerson(app.db, [{ role: 'planner' }])
  const sessionId = randomUUID()
  const order = { id: sessionId, reference, councilIds, plan, staffId: staff.personId }
  await planSession(app.db, siteAt(app.baseUrl, 'x'.repeat(32)), order, Temporal.Now.instant())
  return { sessionId, reference, requestId, clerk, clerkId, colleagueId, speaker, other, room, staff, tag }
}

test('an option is offered, agreed to, made firm, and a speaker who cannot is replaced', async ({
  page,
  browser,
  app,
}) => {
  const { sessionId, reference, clerk, clerkId, speaker, other, room, staff, tag } = await aDraft(app)
  await signIn(app, page.context(), staff)
  const path = `/beheer/sessies/${sessionId}`

  // Offered: first until when and who hears of it, without anybody's address.
  await page.goto(path)
  await expect(page.getByText('geen adres: bel')).toBeVisible()
  await expectGoodPage(page, 'concept-met-sprekers')
  await page.getByRole('link', { name: 'Als optie aanbieden' }).click()
  await page.getByLabel('Op welke dag vervalt de optie?').fill('')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expectGoodPage(page, 'optie-fout')
  await page.getByLabel('Op welke dag vervalt de optie?').fill('2099-01-01')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await expect(page.getByText('Laat de optie vervallen voordat de bijeenkomst begint')).toBeVisible()
  await page.goto(`${path}/optie`)
  await expectGoodPage(page, 'optie')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await expect(page.getByRole('rowheader', { name: 'Optie', exact: true })).toBeVisible()
  await expect(page.getByText(`Bo ${tag}: geen adres: bel`)).toBeVisible()
  for (const address of [clerk, speaker.address, room.address]) expect(await page.content()).not.toContain(address)
  await expectGoodPage(page, 'optie-controleren')
  expect(app.mails.to(clerk)).toEqual([])
  await page.getByRole('button', { name: 'Als optie aanbieden' }).click()
  await expect(page.getByRole('status')).toContainText('De optie is aangeboden')
  await expectGoodPage(page, 'optie-aangeboden')

  const offered = await app.mails.waitFor(clerk)
  expect(offered.subject).toMatch(/^Optie: .*vervalt op/)
  expect(calendarOf(offered)).toMatch(/STATUS:TENTATIVE/)
  expect(calendarOf(await app.mails.waitFor(room.address))).toMatch(/CUTYPE=ROOM/)
  const asked = await app.mails.waitFor(speaker.address)

  // The clerk: her own page says whose turn it is and until when. Looking changes nothing, the button counts.
  const clerkPage = await signedInPage(app, browser, { personId: clerkId })
  await clerkPage.goto(`/aanvraag/${reference}`)
  await expect(clerkPage.getByText(/Optie vervalt op/)).toBeVisible()
  await expectGoodPage(clerkPage, 'aanvraag-optie')
  await clerkPage.goto('/griffie')
  await expect(clerkPage.getByRole('link', { name: /Gaat uw raad akkoord\?/ }).first()).toBeVisible()
  await expectGoodPage(clerkPage, 'griffie-optie')
  await clerkPage.goto(answerLink(offered, 'ja'))
  await expect(clerkPage.getByLabel('Ja, wij gaan akkoord')).toBeChecked()
  await expectGoodPage(clerkPage, 'optie-antwoord')
  const unanswered = await app.db
    .selectFrom('engagement')
    .select('answer')
    .where('briefing_session_id', '=', sessionId)
    .execute()
  expect(new Set(unanswered.map(({ answer }) => answer))).toEqual(new Set(['none']))
  await clerkPage.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(clerkPage.getByRole('status')).toContainText('Wij hebben uw antwoord bewaard')
  await clerkPage.goto(`/griffie/sessies/${sessionId}/optie`)
  await expect(clerkPage.getByLabel('Ja, wij gaan akkoord')).toBeChecked()
  await expectGoodPage(clerkPage, 'griffie-optie-antwoord')

  // The speaker cannot.
  await clerkPage.goto(answerLink(asked, 'nee'))
  await expectGoodPage(clerkPage, 'spreker-antwoord')
  await clerkPage.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(clerkPage.getByRole('status')).toContainText('Wij hebben uw antwoord bewaard')
  await clerkPage.goto(answerLink(asked, 'nee').replace(/\/afspraak.*/, ''))
  await expectGoodPage(clerkPage, 'spreker-overzicht')
  await clerkPage.context().close()

  // Staff read both as what to do, publish, and choose another.
  await page.goto(path)
  await expect(page.getByText('Akkoord: Voorschoten. Publiceer de bijeenkomst')).toBeVisible()
  await expect(page.getByText('Spreker kan niet: kies een ander')).toBeVisible()
  await expectGoodPage(page, 'optie-akkoord')
  await page.getByRole('link', { name: 'Publiceren' }).click()
  await page.getByRole('button', { name: 'Bijeenkomst publiceren' }).click()
  await expect(page.getByRole('status')).toContainText('De bijeenkomst is gepubliceerd')
  const firm = await app.mails.waitFor(clerk, ({ subject }) => subject.startsWith('Bevestigd'))
  expect(calendarOf(firm)).toMatch(/STATUS:CONFIRMED/)
  expect(calendarOf(firm)).toMatch(/SEQUENCE:1\r?\n/)
  expect(uidOf(firm)).toBe(uidOf(offered))

  await page.goto(`${path}/bewerken`)
  await page.getByLabel(speaker.name).uncheck()
  await page.getByLabel(`Bo ${tag}`).uncheck()
  await page.getByLabel(other).check()
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).last().click()
  await expect(page.getByRole('row', { name: /^U hoeft niet te spreken sprekers afzegging/ })).toBeVisible()
  await expect(page.getByText(`${other}: geen adres: bel`)).toBeVisible()
  await expectGoodPage(page, 'spreker-vervangen')
  await page.getByRole('button', { name: 'Wijzigen en bericht sturen' }).click()
  await expect(page.getByRole('status')).toContainText('De wijziging is opgeslagen')
  const replaced = await app.mails.waitFor(speaker.address, ({ subject }) => subject.startsWith('U hoeft niet'))
  expect(calendarOf(replaced)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2\r?\n/)

  // The address comes later: staff fill it in and invite.
  await page.goto('/beheer/sprekers')
  await page.getByRole('link', { name: other }).click()
  await page.getByLabel('E-mailadres (niet verplicht)').fill('geen adres')
  await page.getByRole('button', { name: 'Spreker opslaan' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await page.getByLabel('E-mailadres (niet verplicht)').fill(`sam-${tag}@spreker.example`)
  await page.getByRole('button', { name: 'Spreker opslaan' }).click()
  await page.goto(path)
  await page.getByRole('link', { name: 'Nodig uit wie nog niets kreeg' }).click()
  await expectGoodPage(page, 'uitnodigen')
  await page.getByRole('button', { name: 'Uitnodigingen versturen' }).click()
  await expect(page.getByRole('status')).toContainText('krijgt nu een uitnodiging')
  const invited = await app.mails.waitFor(`sam-${tag}@spreker.example`)
  expect(calendarOf(invited)).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:2\r?\n/)
  await page.goto('/beheer/zalen')
  await page.getByRole('link', { name: room.name }).click()
  await expect(page.getByLabel('E-mailadres van de zaal (niet verplicht)')).toHaveValue(room.address)
  await expectGoodPage(page, 'zaal')
})

test('a council has one voice: what one clerk says, her colleague and staff read beside her name too', async ({
  page,
  app,
}) => {
  const { sessionId, clerk, clerkId, colleagueId, staff, tag } = await aDraft(app)
  await signIn(app, page.context(), staff)
  await page.goto(`/beheer/sessies/${sessionId}/optie`)
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await page.getByRole('button', { name: 'Als optie aanbieden' }).click()
  await app.mails.waitFor(clerk)

  const office = await page.context().browser()?.newContext({ baseURL: app.baseUrl })
  if (!office) throw new Error('no browser')
  const desk = await office.newPage()
  await signIn(app, office, { personId: colleagueId })
  await desk.goto(`/griffie/sessies/${sessionId}/optie`)
  await desk.getByLabel('Nee, wij gaan niet akkoord').check()
  await desk.getByRole('button', { name: 'Antwoord versturen' }).click()
  await office.clearCookies()
  await signIn(app, office, { personId: clerkId })
  await desk.goto(`/griffie/sessies/${sessionId}/optie`)
  await expect(desk.getByLabel('Nee, wij gaan niet akkoord')).toBeChecked()
  await expect(desk.getByRole('region', { name: 'Antwoorden van uw griffie' })).toContainText('Mia Bedenksel')
  await expectGoodPage(desk, 'optie-antwoord-van-collega')
  await office.close()

  await page.goto(`/beheer/sessies/${sessionId}`)
  const kim = page.getByRole('row', { name: `Kim Bedacht ${tag}` })
  await expect(kim).toContainText(`niet akkoord, zegt Mia Bedenksel ${tag}`)
  await expect(kim).not.toContainText('nog geen antwoord')
  await expect(page.getByText('Griffie gaat niet akkoord: zoek een andere avond')).toHaveCount(1)
  await expectGoodPage(page, 'optie-een-stem')
})

test('an option lapses by itself: the worker takes it out of the calendars and staff hear of it', async ({
  page,
  app,
}) => {
  const { sessionId, clerk, speaker, staff } = await aDraft(app)
  await signIn(app, page.context(), staff)
  const path = `/beheer/sessies/${sessionId}`
  await page.goto(`${path}/optie`)
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await page.getByRole('button', { name: 'Als optie aanbieden' }).click()
  await app.mails.waitFor(clerk)
  await app.mails.waitFor(speaker.address)
  const passed = Temporal.Now.instant().subtract({ minutes: 1 }).toString()
  await app.db.updateTable('briefing_session').set({ option_expires_at: passed }).where('id', '=', sessionId).execute()
  await app.pool.query(`select graphile_worker.add_job('expireOptions')`)
  const off = await app.mails.waitFor(clerk, ({ subject }) => subject.startsWith('Optie vervallen'))
  expect(calendarOf(off)).toMatch(/METHOD:CANCEL/)
  expect(calendarOf(off)).toMatch(/SEQUENCE:1\r?\n/)
  await app.mails.waitFor(speaker.address, ({ subject }) => subject.startsWith('Vervallen'))
  await app.mails.waitFor(staff.address, ({ subject }) => subject.startsWith('Optie vervallen'))
  await page.goto(path)
  await expect(page.getByText('Optie vervallen, weer concept')).toBeVisible()
  await expectGoodPage(page, 'optie-vervallen')
})

function uidOf(mail: DeliveredMail): string | undefined {
  return /UID:(\S+)/.exec(calendarOf(mail))?.[1]
}
