import type { Browser, Page } from '@playwright/test'
import { type App, expect, test } from '#tests/support/app.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { referenceIn } from '#tests/support/request-form.ts'
import { signedInPage } from '#tests/support/sign-in.ts'

// Four people, each in a browser of her own: long on a busy machine.
test.describe.configure({ timeout: 240_000 })

async function aClerkIn(app: App, browser: Browser, slug: string, javaScriptEnabled = false) {
  const clerk = await aClerk(app.db, slug)
  return { ...clerk, page: await signedInPage(app, browser, clerk, { javaScriptEnabled }) }
}

async function ask(page: Page, others: string[]) {
  await page.goto('/aanvragen')
  await page.getByRole('radio', { name: 'Onze raad met andere raden' }).check()
  await page.getByText('Andere raden kiezen').click()
  for (const other of others) await page.getByRole('checkbox', { name: other, exact: true }).check()
  await page.getByLabel('Wat wil uw raad weten?').fill('Wat beslist de raad zelf?')
  await page.getByLabel('Hoeveel raadsleden verwacht u?').fill('21')
  await page.getByRole('radio', { name: 'Openbaar', exact: true }).check()
  await page.getByLabel('Telefoonnummer').fill('0612345678')
  await page.getByRole('button', { name: 'Verder naar controleren' }).click()
  await expect(page.locator('main')).toContainText('of hun raad meedoet')
  await page.getByRole('button', { name: 'Aanvraag versturen' }).click()
  await expect(page.locator('main')).toContainText('De andere griffies zijn nu aan zet. Wij vragen de griffie van')
  return referenceIn(page)
}

test('councils that are asked along answer, change their mind, and the lead goes on without who says nothing', async ({
  browser,
  app,
}) => {
  const lead = await aClerkIn(app, browser, 'voorschoten')
  const wassenaar = await aClerkIn(app, browser, 'wassenaar', true)
  const stranger = await aClerkIn(app, browser, 'gorinchem')
  const reference = await ask(lead.page, ['Wassenaar', 'Zoeterwoude', 'Leidschendam-Voorburg'])

  await test.step('the lead sees who is waited for, and whom nobody could ask', async () => {
    await lead.page.goto(`/aanvraag/${reference}`)
    await expect(lead.page.locator('main')).toContainText('wacht op mede-aanvragers')
    await expect(lead.page.locator('main')).toContainText('Wassenaar: nog geen antwoord')
    await expect(lead.page.locator('main')).toContainText('Zoeterwoude: niet gevraagd')
    await expect(lead.page.locator('main')).toContainText('kennen wij nog niet')
  })

  await test.step('the clerk of the other council reads what is asked, without how to reach the lead', async () => {
    const mail = await app.mails.waitFor(wassenaar.address, ({ subject }) => subject.startsWith('Doet uw raad mee?'))
    const { page } = wassenaar
    await page.goto('/griffie')
    await expect(page.getByRole('link', { name: 'Doet de raad van Wassenaar mee?' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.goto(/\/aanvraag\/RB-[\d-]+\/meedoen/.exec(mail.text)?.[0] ?? '')
    await expect(page.locator('main')).toContainText('Wat beslist de raad zelf?')
    await expect(page.locator('main')).toContainText(lead.name)
    expect(await page.content()).not.toContain('0612345678')
    expect(await page.content()).not.toContain(lead.address)
    await page.getByRole('button', { name: 'Antwoord versturen' }).click()
    await expect(page.locator('#fouten')).toBeFocused()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('radio', { name: 'Nee, onze raad doet niet mee' }).check()
    await page.getByLabel('Wilt u er iets bij schrijven?').fill('Liever in het voorjaar.')
    await page.getByRole('button', { name: 'Antwoord versturen' }).click()
    await expect(page.getByRole('status')).toContainText('Uw raad doet niet mee.')
    expect(await page.content()).not.toContain('0612345678')
    await expect(page.getByRole('link', { name: 'Aanvraag intrekken' })).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    expect((await page.goto(`/aanvraag/${reference}/intrekken`))?.status()).toBe(404)
    expect((await page.goto(`/aanvraag/${reference}/verder`))?.status()).toBe(404)
  })

  await test.step('a council that was not asked finds nothing', async () => {
    expect((await stranger.page.goto(`/aanvraag/${reference}`))?.status()).toBe(404)
    expect((await stranger.page.goto(`/aanvraag/${reference}/meedoen`))?.status()).toBe(404)
  })

  await test.step('two windows of one office: the second is told, and sees the fresh answer', async () => {
    const colleague = await aClerkIn(app, browser, 'wassenaar')
    await colleague.page.goto(`/aanvraag/${reference}/meedoen`)
    await wassenaar.page.goto(`/aanvraag/${reference}/meedoen`)
    await wassenaar.page.getByRole('radio', { name: 'Ja, onze raad doet mee' }).check()
    await wassenaar.page.getByRole('button', { name: 'Antwoord wijzigen' }).click()
    await expect(wassenaar.page.getByRole('status')).toContainText('Uw raad doet mee.')
    await colleague.page.getByLabel('Wilt u er iets bij schrijven?').fill('Toch niet.')
    await colleague.page.getByRole('button', { name: 'Antwoord wijzigen' }).click()
    await expect(colleague.page.locator('#weigering')).toBeVisible()
    await expect(colleague.page.locator('main')).toContainText('Wassenaar: doet mee')
    await expect(colleague.page.getByLabel('Wilt u er iets bij schrijven?')).toHaveValue('Toch niet.')
  })

  await test.step('the lead hears it and goes on, told first what that means', async () => {
    await app.mails.waitFor(lead.address, ({ subject }) => subject.startsWith('Wassenaar doet mee'))
    const { page } = lead
    await page.goto(`/aanvraag/${reference}`)
    await expect(page.locator('.timeline')).toContainText('Wassenaar: de raad doet mee')
    await page.getByRole('link', { name: 'Niet langer wachten' }).click()
    await expect(page.locator('main')).toContainText('Zonder antwoord doen deze raden niet mee')
    await page.getByRole('button', { name: 'Verder zonder deze raden' }).click()
    await expect(page.getByRole('status')).toContainText('Uw aanvraag ligt nu bij de provincie.')
    await app.mails.waitFor(lead.address, ({ subject }) => subject.startsWith('Bij de provincie'))
  })

  await test.step('staff see every answer, and plan with those who joined', async () => {
    const page = await signedInPage(app, browser, await aPerson(app.db, [{ role: 'planner' }]))
    await page.goto(`/beheer/aanvraag/${reference}`)
    await expect(page.locator('main')).toContainText('Wassenaar: doet mee')
    await expect(page.locator('main')).toContainText('kennen wij geen griffie met een werkend e-mailadres')
    expect(await faultsOf(page)).toEqual([])
  })
})

test('withdrawing with an evening in preparation says what becomes of it, and frees it', async ({ browser, app }) => {
  const lead = await aClerkIn(app, browser, 'voorschoten')
  const wassenaar = await aClerkIn(app, browser, 'wassenaar')
  const reference = await ask(lead.page, ['Wassenaar'])
  await lead.page.goto(`/aanvraag/${reference}/intrekken`)
  await expect(lead.page.getByRole('row', { name: 'Gaat niet door griffies van de andere raden' })).toBeVisible()
  const [{ id: sessionId }, { id: requestId }] = [
    await app.db.selectFrom('briefing_session').select('id').where('status', '=', 'draft').executeTakeFirstOrThrow(),
    await app.db
      .selectFrom('briefing_request')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow(),
  ]
  await app.db.deleteFrom('briefing_session_request').where('briefing_session_id', '=', sessionId).execute()
  await app.db
    .insertInto('briefing_session_request')
    .values({ briefing_session_id: sessionId, briefing_request_id: requestId })
    .execute()
  await lead.page.reload()
  await expect(lead.page.locator('main')).toContainText('Een zaal en sprekers die vastlagen, komen vrij.')
  await lead.page.getByRole('button', { name: 'Aanvraag intrekken' }).click()
  await expect(lead.page.getByRole('status')).toContainText('Uw aanvraag is ingetrokken.')
  await app.mails.waitFor(wassenaar.address, ({ subject }) => subject.startsWith('Gaat niet door'))
  const session = await app.db
    .selectFrom('briefing_session')
    .select('status')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  expect(session.status).toBe('cancelled')
})
