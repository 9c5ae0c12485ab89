import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import { type App, expect, test } from '#tests/support/app.ts'
import { setDelivery } from '#tests/support/deliveries.ts'
import { inWeeks, siteAt } from '#tests/support/here-and-now.ts'
import { expectAccessible } from '#tests/support/page-checks.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aBareRequest, aRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker, aVenue } from '#tests/support/sessions.ts'
import { signIn } from '#tests/support/sign-in.ts'

// What staff read before a step is what will happen, and who hears nothing of it.
test.describe.configure({ timeout: 240_000 })

let weeks = 20

/** A draft for two councils, of which the second has not said that it takes part, with a speaker and a room whom no mail reaches. */
async function aDraft(app: App, page: Page) {
  const tag = randomUUID().slice(0, 8)
  const staff = await aPerson(app.db, [{ role: 'planner' }])
  await signIn(app, page.context(), staff)
  const request = await aBareRequest(app.db, ['voorschoten', 'wassenaar'])
  const clerk = await aClerk(app.db, 'voorschoten', `Kim Bedacht ${tag}`, `kim-${tag}@griffie-voorschoten.example`)
  await aClerk(app.db, 'wassenaar', `Mia Bedenksel ${tag}`, `mia-${tag}@griffie-wassenaar.example`)
  await app.db
    .updateTable('briefing_request_council')
    .set({ state: 'invited' })
    .where('briefing_request_id', '=', request.id)
    .where('is_lead', '=', false)
    .execute()
  const speaker = `Noor Voorbeeld ${tag}`
  const room = `Raadzaal ${tag}`
  const start = inWeeks(++weeks)
  const speakerIds = [await aSpeaker(app.db, speaker)]
  const venueId = await aVenue(app.db, room)
  const title = `Wonen ${tag}`
  const plan = aPlan({ title, start, end: start.add({ minutes: 90 }), speakerIds, venueId })
  const id = randomUUID()
  const { reference, councilIds } = request
  const order = { id, reference, councilIds, plan, staffId: staff.personId }
  await planSession(app.db, siteAt(app.baseUrl, 'x'.repeat(32)), order, Temporal.Now.instant())
  return { id, reference, request, clerk, speaker, room, title, tag }
}

const main = (page: Page) => page.locator('main')

test('before an option staff read which council gets none, and then which has not agreed', async ({ page, app }) => {
  const { id } = await aDraft(app, page)
  await page.goto(`/beheer/sessies/${id}/optie`)
  const notYet = 'Wassenaar: heeft nog niet gezegd of de raad meedoet. Deze griffie krijgt de optie niet.'
  await expect(main(page)).toContainText(notYet)
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await expect(main(page)).toContainText(notYet)
  await expect(main(page)).not.toContainText('Voorschoten: heeft')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Als optie aanbieden' }).click()

  await page.goto(`/beheer/sessies/${id}/publiceren`)
  await expect(main(page)).toContainText('Voorschoten: heeft nog niet gezegd of de raad akkoord gaat')
  await expect(main(page)).toContainText('Publiceert u, dan krijgt deze griffie toch de aanmeldlink.')
  await app.db
    .updateTable('engagement')
    .set({ answer: 'yes', answered_at: Temporal.Now.instant().toString(), answer_sequence: 0, answer_door: 'staff' })
    .where('briefing_session_id', '=', id)
    .execute()
  await page.goto(`/beheer/sessies/${id}/publiceren`)
  await expect(main(page)).not.toContainText('Voorschoten: heeft nog niet')
  await expectAccessible(page)
})

test('steps name every request of an evening, and what leaves is called as its own subject', async ({ page, app }) => {
  const { id, reference, clerk } = await aDraft(app, page)
  const other = await aBareRequest(app.db, ['leiden'])
  await app.db
    .insertInto('briefing_session_request')
    .values({ briefing_session_id: id, briefing_request_id: other.id })
    .execute()
  await page.goto(`/beheer/sessies/${id}/publiceren`)
  await expect(main(page)).toContainText(`De aanvragen ${reference} en ${other.reference} worden bevestigd.`)
  await expect(page.getByRole('rowheader', { name: 'Bevestigd', exact: true })).toBeVisible()

  // The page says that mail is leaving, and how to see more of it, with a plain link.
  await page.getByRole('button', { name: 'Bijeenkomst publiceren' }).click()
  await expect(page.getByRole('status')).toContainText('Bij “Mails” leest u hoeveel mails er al weg zijn.')
  const ofEvening: Parameters<typeof setDelivery>[2] = (mails) => mails.where('outbox.briefing_session_id', '=', id)
  const published = await app.mails.waitFor(clerk.address)
  expect(published.subject).toMatch(/^Bevestigd: /)
  await setDelivery(app.db, { state: 'pending', sent_at: null, next_attempt_at: inWeeks(1).toString() }, ofEvening)
  await page.reload()
  await expect(main(page)).toContainText('liggen klaar en gaan vanzelf weg.')
  await setDelivery(app.db, { state: 'sent', sent_at: Temporal.Now.instant().toString() }, ofEvening)
  await page.getByRole('link', { name: 'Vernieuw deze pagina' }).click()
  await expect(main(page)).not.toContainText('vanzelf weg')
  await expect(page.getByRole('status')).toHaveCount(0)

  await page.goto(`/beheer/sessies/${id}/annuleren`)
  await page.getByLabel(/Waarom gaat/).fill('De spreker is ziek.')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await expect(main(page)).toContainText(
    `De aanvragen ${reference} en ${other.reference} gaan terug naar “in behandeling”.`,
  )
  await expectAccessible(page)
})

test('who hears nothing is named before a request is declined, and after it at the evening that ended', async ({
  page,
  app,
}) => {
  const { id, reference, speaker, room } = await aDraft(app, page)
  await page.goto(`/beheer/sessies/${id}/optie`)
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await page.getByRole('button', { name: 'Als optie aanbieden' }).click()
  await expect(page.getByRole('status')).toContainText('De optie is aangeboden')
  await page.goto(`/beheer/aanvraag/${reference}/afwijzen`)
  for (const name of [speaker, room]) await expect(main(page)).toContainText(`${name}: geen adres: bel`)
  await expectAccessible(page)
  await page.getByRole('radio', { name: /geen spreker/ }).check()
  await page.getByLabel('Wat kan wel?').fill('In maart.')
  await page.getByRole('button', { name: 'Aanvraag afwijzen' }).click()
  await page.goto(`/beheer/sessies/${id}`)
  for (const name of [speaker, room]) await expect(main(page)).toContainText(`${name}: geen adres: bel`)
})

test('where an evening stands, the pages to propose and to plan another refuse at the door, with a way on', async ({
  page,
  app,
}) => {
  const { id, reference, title } = await aDraft(app, page)
  for (const path of [`/beheer/aanvraag/${reference}/voorstel`, `/beheer/sessies/nieuw?aanvraag=${reference}`]) {
    await page.goto(path)
    await expect(main(page)).toContainText('Voor deze aanvraag staat al een bijeenkomst')
    await expect(main(page).locator('form')).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: title }).click()
    await expect(page).toHaveURL(new RegExp(`/beheer/sessies/${id}$`))
  }
})

test('a name of eighty letters without a space leaves every page of staff as wide as its window', async ({
  page,
  app,
}) => {
  const { id, tag } = await aDraft(app, page)
  const name = `${'Woningbouwprogrammeringsoverleg'.repeat(3)}`.slice(0, 72) + tag
  const speaker_id = await aSpeaker(app.db, name)
  const booking = await app.db
    .selectFrom('speaker_booking')
    .select(['briefing_session_id', 'during'])
    .where('briefing_session_id', '=', id)
    .executeTakeFirstOrThrow()
  await app.db
    .insertInto('speaker_booking')
    .values({ ...booking, speaker_id })
    .execute()
  for (const path of ['/beheer/sprekers', `/beheer/sessies/${id}`, `/beheer/sessies/${id}/publiceren`]) {
    await page.goto(path)
    await expect(main(page)).toContainText(name)
    for (const width of [1280, 1000, 800, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(tooWide, `${path} at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
})

test('of an evening online, without speakers, nothing comes free and nobody is asked again who never was', async ({
  page,
  app,
}) => {
  const staff = await aPerson(app.db, [{ role: 'planner' }])
  await signIn(app, page.context(), staff)
  const site = siteAt(app.baseUrl, 'x'.repeat(32))
  const start = inWeeks(++weeks)
  const evening = async (programme: SessionPlan['programme']) => {
    const id = randomUUID()
    const plan = aPlan({ start, end: start.add({ minutes: 90 }), programme })
    const order = { ...(await aBareRequest(app.db, ['ridderkerk'])), id, plan, staffId: staff.personId }
    await planSession(app.db, site, order, Temporal.Now.instant())
    return id
  }
  await page.goto(`/beheer/sessies/${await evening([])}`)
  await expect(main(page)).toContainText('Vul eerst het programma in. Daarna kunt u de bijeenkomst publiceren.')

  const id = await evening([{ title: 'Wonen', minutes: 45, topicId: undefined }])
  await publishSession(app.db, site, { id, version: 1, staffId: staff.personId }, Temporal.Now.instant())
  await page.goto(`/beheer/sessies/${id}/bewerken`)
  await page.getByLabel('Eindtijd').fill('21.15')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).last().click()
  await expect(main(page)).toContainText('Er is nog niemand die wij opnieuw om een antwoord vragen.')

  await page.goto(`/beheer/sessies/${id}/annuleren`)
  await page.getByLabel(/^Waarom/).fill('Te weinig aanmeldingen.\nWij zoeken een ander moment.')
  await page.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
  await expect(main(page)).toContainText('terug naar “in behandeling”')
  await expect(main(page)).not.toContainText(/\bvrij\b/)
  const reason = page.getByText('Te weinig aanmeldingen.')
  await expect(reason).toHaveCSS('white-space-collapse', 'preserve-breaks')
  await page.getByRole('button', { name: 'Bijeenkomst annuleren' }).click()
  await expect(main(page)).toContainText('Deze bijeenkomst gaat niet door.')
  await expect(main(page)).not.toContainText(/\bvrij\b/)
  await expect(page.getByRole('definition').filter({ hasText: 'Te weinig' }).locator('span')).toHaveCSS(
    'white-space-collapse',
    'preserve-breaks',
  )
  await expectAccessible(page)
})

test('without a DOS-nummer no option can be offered, which staff read at the door', async ({ page, app }) => {
  const { id } = await aDraft(app, page)
  await app.db.updateTable('briefing_session').set({ dos_number: null }).where('id', '=', id).execute()
  await page.goto(`/beheer/sessies/${id}/optie`)
  await expect(main(page)).toContainText('Aanbieden kan nog niet')
  await expect(main(page)).toContainText('Het DOS-nummer ontbreekt.')
  await expect(main(page).locator('form')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Bijeenkomst wijzigen' }).click()
  await expect(page).toHaveURL(/bewerken$/)
})

test('asking promises no mail to an address that does not work, and the lists say of whom that is so', async ({
  page,
  app,
}) => {
  const { tag, speaker, room } = await aDraft(app, page)
  const asking = await aClerk(app.db, 'leiderdorp')
  const asked = { viewer: asking.viewer, leadCouncilId: asking.councilId }
  const ask = `/beheer/aanvraag/${await aRequest(app.db, asked, Temporal.Now.instant())}/vraag`
  await page.goto(ask)
  await expect(page.getByRole('rowheader', { name: 'Vraag over uw aanvraag', exact: true })).toBeVisible()
  const returned = `Sam Proefman ${tag}`
  await aSpeaker(app.db, returned, `sam-${tag}@spreker.example`)
  await app.db
    .updateTable('email_address')
    .set({ suspended_at: Temporal.Now.instant().toString() })
    .where('address', 'in', [asking.address, `sam-${tag}@spreker.example`])
    .execute()
  await page.goto(ask)
  await expect(main(page)).toContainText('1 mail blijft liggen. Adres klopt niet.')
  await expect(main(page)).toContainText('Er gaan geen mails uit.')
  await expect(main(page)).not.toContainText('per mail')
  await expectAccessible(page)

  await page.goto('/beheer/sprekers')
  await expect(page.getByRole('row', { name: speaker })).toContainText('geen adres: bel')
  await expect(page.getByRole('row', { name: returned })).toContainText('mail kwam terug: bel')
  await expectAccessible(page)
  await page.getByRole('link', { name: returned }).click()
  await expect(main(page)).toContainText('Mail aan dit adres kwam terug')
  await page.goto('/beheer/zalen')
  await expect(page.getByRole('row', { name: room })).toContainText('geen adres: bel')
})
