import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/app.ts'
import { expectAccessible } from '#tests/support/page-checks.ts'
import { aClerk } from '#tests/support/people.ts'
import { checkRequest, fillInRequest, referenceIn, sendRequest } from '#tests/support/request-form.ts'
import { signIn } from '#tests/support/sign-in.ts'

/** A day so many weeks from now, as a date input wants it. */
function dayAhead(weeks: number, weekday: number): string {
  const day = Temporal.Now.plainDateISO('Europe/Amsterdam').add({ weeks })
  return day.add({ days: weekday - day.dayOfWeek }).toString()
}

// Whole journeys with several browsers: long on a busy machine.
test.describe.configure({ timeout: 240_000 })

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    // axe is itself a script. The pages are the same either way: they ship none.
    const expectSound = async (page: Page) => {
      if (javaScriptEnabled) await expectAccessible(page)
    }

    test('a visitor asks, proves her mailbox and follows her request', async ({ page, app }) => {
      const address = `griffie.${javaScriptEnabled ? 'een' : 'twee'}@gouda.example`
      await page.goto('/aanvragen')
      await page.getByLabel('Gemeente').selectOption({ label: 'Gouda' })
      await page.getByRole('button', { name: 'Verder' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Briefing aanvragen voor de raad van Gouda')

      await test.step('empty fields come back in a summary that has the focus', async () => {
        await checkRequest(page)
        await expect(page).toHaveTitle(/^Fout: /)
        await expect(page.locator('#fouten')).toBeFocused()
        await page.getByRole('link', { name: 'Vul uw naam in.' }).click()
        await expect(page.getByLabel('Naam', { exact: true })).toBeInViewport()
        await expect(page.getByLabel('Naam', { exact: true })).toHaveAttribute('aria-invalid', 'true')
        await page.getByLabel('Naam', { exact: true }).fill('Ad Voorbeeld')
        await checkRequest(page)
        await expect(page.locator('#fouten'), 'also when the address still names a field').toBeFocused()
        await expect(page.locator('.summary-box li')).toHaveCount(3)
        await expectSound(page)
      })

      await test.step('the running total follows what is chosen', async () => {
        await page.getByLabel('Wonen', { exact: true }).selectOption('1')
        await page.getByRole('radio', { name: 'Online vragenuur (45 minuten)' }).check()
        await page.getByRole('button', { name: 'Bijwerken' }).click()
        await expect(page).toHaveURL(/\/aanvragen\/[\w-]{43}#programma$/)
        await expect(page.locator('#programma')).toContainText(/Samen \d+ minuten/)
        await expect(page.getByLabel('Wonen', { exact: true })).toHaveValue('1')
      })

      await test.step('a date that is no date is said, and what was typed stays', async () => {
        await fillInRequest(page, address)
        await page.getByLabel('Eerste voorkeur').evaluate((input) => input.setAttribute('type', 'text'))
        await page.getByLabel('Eerste voorkeur').fill('31 februari 2031')
        await checkRequest(page)
        await expect(page.locator('main')).toContainText('Eerste voorkeur: de datum 31 februari 2031 bestaat niet.')
        await expect(page.getByLabel('Eerste voorkeur')).toHaveValue('31 februari 2031')
        await expect(page.getByLabel('E-mailadres')).toHaveValue(address)
        await page.getByLabel('Eerste voorkeur').fill('dinsdag 4 mei 2027')
        await checkRequest(page)
      })

      await test.step('the check page shows every answer and warns without stopping', async () => {
        await expect(page).toHaveURL(/\/controleren$/)
        await expect(page.getByRole('heading', { level: 2, name: 'Uw aanvraag' })).toBeVisible()
        await expect(page.locator('main')).toContainText('dinsdag 4 mei 2027')
        await expect(page.locator('main')).toContainText('U kunt deze datum toch gebruiken.')
        await expectSound(page)
        await page.getByRole('link', { name: 'Wijzig aantal deelnemers' }).click()
        await expect(page.getByLabel('Hoeveel raadsleden verwacht u?')).toBeInViewport()
        await page.getByLabel('Hoeveel raadsleden verwacht u?').fill('23')
        await checkRequest(page)
        await expect(page.locator('main')).toContainText('23 raadsleden')
      })

      await sendRequest(page)
      await expect(page, 'the title is read first, and may not say that all is done').toHaveTitle(/^Nog één stap: /)
      await expect(page.locator('main')).toContainText(`Open de link in de mail aan ${address} binnen zeven dagen.`)
      await expect(page.getByRole('link', { name: 'Doe een nieuwe aanvraag' })).toHaveAttribute('href', '/aanvragen')
      await expectSound(page)
      const reference = await referenceIn(page)
      await page.goBack()
      await expect(page, 'the back button leads to the confirmation, not to a second request').toHaveURL(/\/verzonden$/)

      await test.step('the link in the mail changes nothing by itself', async () => {
        const mail = await app.mails.waitFor(address)
        const link = /\/aanvragen\/bevestigen\/[\w-]{43}/.exec(mail.text)?.[0] ?? ''
        await page.goto(link)
        await expectSound(page)
        const before = await app.db
          .selectFrom('briefing_request')
          .select('status')
          .where('reference', '=', reference)
          .execute()
        expect(before).toEqual([{ status: 'awaitingMailbox' }])
        await page.getByRole('button', { name: 'Aanvraag bevestigen' }).click()
        await expect(page).toHaveURL(new RegExp(`/aanvraag/${reference}`))
        await expect(page.locator('main')).toContainText('Uw aanvraag is bevestigd.')
        await expect(page.locator('main')).toContainText('De provincie')
        await expectSound(page)
        await page.getByRole('link', { name: 'Mijn gegevens' }).click()
        await expect(page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link')).toHaveCount(3)
        await expectSound(page)
        await page.getByRole('link', { name: `Aanvraag ${reference}` }).click()
        await expect(page, 'she finds her way back without the mail').toHaveURL(new RegExp(`/aanvraag/${reference}$`))
        await page.goto(link)
        await expect(page.locator('h1')).toHaveText('U hebt deze link al gebruikt')
        await expect(page).toHaveTitle(/^U hebt deze link al gebruikt - /)
      })
    })
  })
}

test('a clerk is not asked what we know; pressing send twice asks once', async ({ page, context, app }) => {
  const clerk = await aClerk(app.db, 'leiderdorp')
  await signIn(app, context, clerk)
  await page.goto('/aanvragen')
  await expect(page.getByLabel('E-mailadres')).toHaveCount(0)
  await fillInRequest(page)
  await page.getByLabel('Eerste voorkeur').fill(dayAhead(8, 1))
  await checkRequest(page)
  await expect(page.locator('main')).toContainText('De raad van Leiderdorp vergadert meestal op maandag.')
  await page.getByRole('button', { name: 'Aanvraag versturen' }).dblclick()
  await expect(page).toHaveURL(/\/verzonden$/)
  const reference = await referenceIn(page)
  const sent = await app.db
    .selectFrom('briefing_request')
    .select(['reference', 'dos_number'])
    .where('submitted_by', '=', clerk.personId)
    .execute()
  expect(sent).toEqual([{ reference, dos_number: 'DOS-2026-0001081' }])
  const mail = await app.mails.waitFor(clerk.address)
  expect(mail.subject).toBe(`Ontvangen: uw aanvraag ${reference} (DOS-2026-0001081)`)
  await page.goto('/griffie')
  await expect(page.getByRole('link', { name: reference })).toBeVisible()
  await expectAccessible(page)
})

// Seen to fail: one page said that the link worked no longer and that nothing was left to do.
test('a draft goes on where its address is opened; confirming in a second tab is no failure', async ({
  page,
  context,
  app,
}) => {
  const address = 'griffie@gorinchem.example'
  await page.goto('/aanvragen?gemeente=gorinchem')
  await page.getByRole('button', { name: 'Bewaren en later verder' }).click()
  await expect(page.getByRole('status')).toContainText('of mail het naar uzelf')
  await expect(page.getByRole('status')).toContainText('Doet u er 14 dagen niets mee, dan wissen wij het.')
  await fillInRequest(page, address)
  await checkRequest(page)
  await expect(page.locator('main')).toContainText('In de raadzaal van Gorinchem')
  await sendRequest(page)
  const reference = await referenceIn(page)
  const mail = await app.mails.waitFor(address)
  const link = /\/aanvragen\/bevestigen\/[\w-]{43}/.exec(mail.text)?.[0] ?? ''
  const second = await context.newPage()
  for (const tab of [page, second]) await tab.goto(link)
  for (const tab of [page, second]) await tab.getByRole('button', { name: 'Aanvraag bevestigen' }).click()
  await expect(page).toHaveURL(new RegExp(`/aanvraag/${reference}`))
  await expect(second.locator('h1')).toHaveText('U hebt deze link al gebruikt')
  await expect(second.locator('main')).not.toContainText('Dit is niet gelukt')
  await expect(second).toHaveTitle(/^U hebt deze link al gebruikt - /)
  await second.getByRole('link', { name: 'Bekijk uw aanvraag' }).click()
  await expect(second.locator('h1')).toHaveText('Aanvraag van de raad van Gorinchem')
})

test('an expired link gives a new one, at the address in the request only', async ({ page, app }) => {
  await page.goto('/aanvragen?gemeente=delft')
  await fillInRequest(page, 'griffie@delft.example')
  await checkRequest(page)
  await sendRequest(page)
  const mail = await app.mails.waitFor('griffie@delft.example')
  const link = /\/aanvragen\/bevestigen\/[\w-]{43}/.exec(mail.text)?.[0] ?? ''
  await app.db
    .updateTable('sign_in_token')
    .set({ expires_at: Temporal.Now.instant().subtract({ hours: 1 }).toString() })
    .where('purpose', '=', 'confirmMailbox')
    .execute()
  expect((await page.goto(link))?.status()).toBe(410)
  await expect(page.locator('h1')).toHaveText('Deze link werkt niet meer')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Stuur mij een nieuwe link' }).click()
  await expect(page.locator('h1')).toHaveText('Nieuwe link verstuurd')
  const again = await app.mails.waitFor('griffie@delft.example', ({ text }) => !text.includes(link))
  await page.goto(/\/aanvragen\/bevestigen\/[\w-]{43}/.exec(again.text)?.[0] ?? '')
  await page.getByRole('button', { name: 'Aanvraag bevestigen' }).click()
  await expect(page.locator('main')).toContainText('Uw aanvraag is bevestigd.')
})

test('by keyboard only, on a phone of 320 px, without JavaScript', async ({ browser, app }) => {
  const context = await browser.newContext({
    baseURL: app.baseUrl,
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  const clerk = await aClerk(app.db, 'leiderdorp')
  await signIn(app, context, clerk)
  const page = await context.newPage()
  const fits = async () =>
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
  const tabTo = async (id: string) => {
    for (let step = 0; step < 150; step++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect()
        const isSeen = box !== undefined && box.bottom > 0 && box.top < innerHeight
        return { id: document.activeElement?.id || document.activeElement?.textContent?.trim(), isSeen }
      })
      expect(focused.isSeen, `${focused.id} is in view`).toBe(true)
      if (focused.id === id) return
    }
    throw new Error(`Tab never reached ${id}`)
  }
  await page.goto('/aanvragen')
  await fits()
  await tabTo('aanvraag-councilQuestion')
  await page.keyboard.type('Wat beslist de raad zelf?')
  await tabTo('aanvraag-openness')
  await page.keyboard.press('Space')
  await tabTo('Verder naar controleren')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/controleren$/)
  await fits()
  await tabTo('Aanvraag versturen')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/verzonden$/)
  await fits()
})
