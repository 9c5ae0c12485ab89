import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type App, expect, test } from '#tests/support/app.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { signIn } from '#tests/support/sign-in.ts'

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ target }) => target).join(' ')}`),
  ).toEqual([])
}

async function aClerkOf(app: App, slug: string) {
  return aPerson(app.db, [{ role: 'deputyClerk', councilId: await councilOf(app.db, slug) }], 'Griffie')
}

async function fillIn(page: Page, address?: string) {
  await page.getByLabel('Wat wil uw raad weten?').fill('Wat beslist de raad zelf?')
  await page.getByLabel('Hoeveel raadsleden verwacht u?').fill('21')
  await page.getByRole('radio', { name: 'Openbaar', exact: true }).check()
  if (!address) return
  await page.getByLabel('Naam', { exact: true }).fill('Ad Voorbeeld')
  await page.getByRole('radio', { name: 'Griffier', exact: true }).check()
  await page.getByLabel('E-mailadres').fill(address)
}

const next = (page: Page) => page.getByRole('button', { name: 'Verder naar controleren' }).click()
const send = (page: Page) => page.getByRole('button', { name: 'Aanvraag versturen' }).click()
const referenceIn = async (page: Page) =>
  /RB-\d{4}-\d{4,}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''

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
        await next(page)
        await expect(page).toHaveTitle(/^Fout: /)
        await expect(page.locator('#fouten')).toBeFocused()
        await page.getByRole('link', { name: 'Vul uw naam in.' }).click()
        await expect(page.getByLabel('Naam', { exact: true })).toBeInViewport()
        await expect(page.getByLabel('Naam', { exact: true })).toHaveAttribute('aria-invalid', 'true')
        await page.getByLabel('Naam', { exact: true }).fill('Ad Voorbeeld')
        await next(page)
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
        await fillIn(page, address)
        await page.getByLabel('Eerste voorkeur').evaluate((input) => input.setAttribute('type', 'text'))
        await page.getByLabel('Eerste voorkeur').fill('31 februari 2031')
        await next(page)
        await expect(page.locator('main')).toContainText('Eerste voorkeur: de datum 31 februari 2031 bestaat niet.')
        await expect(page.getByLabel('Eerste voorkeur')).toHaveValue('31 februari 2031')
        await expect(page.getByLabel('E-mailadres')).toHaveValue(address)
        await page.getByLabel('Eerste voorkeur').fill('dinsdag 4 mei 2027')
        await next(page)
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
        await next(page)
        await expect(page.locator('main')).toContainText('23 raadsleden')
      })

      await send(page)
      await expect(page.locator('main')).toContainText(`Open de link in de mail aan ${address} binnen zeven dagen.`)
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
        await page.goto(link)
        await expect(page.locator('h1')).toHaveText('U hebt deze link al gebruikt')
      })
    })
  })
}

test('a clerk is not asked what we know; pressing send twice asks once', async ({ page, context, app }) => {
  const clerk = await aClerkOf(app, 'leiderdorp')
  await signIn(app, context, clerk)
  await page.goto('/aanvragen')
  await expect(page.getByLabel('E-mailadres')).toHaveCount(0)
  await fillIn(page)
  await page.getByLabel('Eerste voorkeur').fill(dayAhead(8, 1))
  await next(page)
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

test('a colleague finishes the draft; two at once keep both texts; another council finds nothing', async ({
  browser,
  app,
}) => {
  const [clerk, colleague, stranger] = [
    await aClerkOf(app, 'leiderdorp'),
    await aClerkOf(app, 'leiderdorp'),
    await aClerkOf(app, 'voorschoten'),
  ]
  const pageOf = async (person: { personId: string }) => {
    const context = await browser.newContext({ baseURL: app.baseUrl })
    await signIn(app, context, person)
    return context.newPage()
  }
  const [hers, his, theirs] = [await pageOf(clerk), await pageOf(colleague), await pageOf(stranger)]
  await hers.goto('/aanvragen')
  await fillIn(hers)
  await hers.getByRole('button', { name: 'Bewaren en later verder' }).click()
  await expect(hers.getByRole('status')).toContainText('Uw concept is bewaard.')
  const address = new URL(hers.url()).pathname
  await his.goto('/griffie')
  await his.locator(`a[href="${address}"]`).click()
  await his.getByLabel('Wilt u nog iets kwijt?').fill('Van de collega')
  await his.getByLabel('Wonen', { exact: true }).selectOption('1')
  await his.getByRole('radio', { name: 'Besloten, alleen voor raad en griffie' }).check()
  await his.getByRole('button', { name: 'Bewaren en later verder' }).click()
  await hers.getByLabel('Wilt u nog iets kwijt?').fill('Van haar')
  const [response] = await Promise.all([
    hers.waitForResponse((answer) => answer.request().method() === 'POST'),
    hers.getByRole('button', { name: 'Bewaren en later verder' }).click(),
  ])
  expect(response.status()).toBe(409)
  await expect(hers.locator('#weigering')).toBeFocused()
  await expect(hers.getByLabel('Wilt u nog iets kwijt?'), 'what she typed is still there').toHaveValue('Van haar')
  await expect(hers.getByLabel('Wilt u nog iets kwijt?')).toHaveAccessibleDescription(
    /Uw collega schreef: Van de collega/,
  )
  await expect(hers.getByLabel('Wonen', { exact: true })).toHaveAccessibleDescription(
    /Uw collega schreef: 1e onderwerp/,
  )
  await expect(hers.locator('.summary-box')).toContainText(colleague.name)
  await expect(hers.locator('.summary-box li')).toHaveCount(2 + 1)
  await expect(hers.locator('.field-theirs')).toHaveCount(2 + 1)
  await expectAccessible(hers)
  await hers.locator('.summary-box').getByRole('link', { name: 'Opmerkingen' }).click()
  await hers.getByLabel('Wilt u nog iets kwijt?').fill('Van de collega en van haar')
  await hers.getByRole('button', { name: 'Bewaren en later verder' }).click()
  await expect(hers.getByRole('status')).toContainText('Uw concept is bewaard.')
  await his.reload()
  await expect(his.getByLabel('Wilt u nog iets kwijt?')).toHaveValue('Van de collega en van haar')
  expect((await theirs.goto(address))?.status()).toBe(404)
  await next(his)
  await send(his)
  const reference = await referenceIn(his)
  expect((await theirs.goto(`/aanvraag/${reference}`))?.status()).toBe(404)
  expect((await hers.goto(`/aanvraag/${reference}`))?.status()).toBe(200)
})

test('a clerk throws a draft away; what a colleague saved meanwhile is shown first; pressed twice is once', async ({
  browser,
  app,
}) => {
  const [clerk, colleague] = [await aClerkOf(app, 'oegstgeest'), await aClerkOf(app, 'oegstgeest')]
  const pageOf = async (person: { personId: string }) => {
    const context = await browser.newContext({ baseURL: app.baseUrl })
    await signIn(app, context, person)
    return context.newPage()
  }
  const [hers, his] = [await pageOf(clerk), await pageOf(colleague)]
  await his.goto('/aanvragen')
  const keep = async () => {
    await his.getByRole('button', { name: 'Bewaren en later verder' }).click()
    await expect(his.getByRole('status')).toContainText('Uw concept is bewaard.')
  }
  await keep()
  const address = new URL(his.url()).pathname
  await hers.goto('/griffie')
  await hers.getByRole('link', { name: /^verwijderen/ }).click()
  await expect(hers.locator('main')).toContainText(`door ${colleague.name}`)
  await expectAccessible(hers)
  const discardAddress = hers.url()
  await keep()
  await hers.getByRole('button', { name: 'Concept verwijderen' }).click()
  await expect(hers.locator('main')).toContainText('Iemand anders heeft dit intussen gewijzigd')
  await hers.getByRole('button', { name: 'Concept verwijderen' }).click()
  await expect(hers.getByRole('status')).toContainText('Het concept is verwijderd.')
  await expect(hers.getByRole('heading', { name: 'Concepten' })).toHaveCount(0)
  expect((await his.goto(address))?.status()).toBe(404)
  const again = await hers.context().request.post(discardAddress, {
    form: { version: '2' },
    headers: { origin: app.baseUrl },
    maxRedirects: 0,
  })
  expect([again.status(), again.headers().location]).toEqual([302, '/griffie?gedaan=verwijderd'])
})

test('staff ask, the clerk answers, staff accept; the number that is missing is filled in', async ({
  browser,
  app,
}) => {
  const clerk = await aClerkOf(app, 'gouda')
  const planner = await aPerson(app.db, [{ role: 'planner' }], 'Planner')
  const [clerks, staffs] = [
    await browser.newContext({ baseURL: app.baseUrl }),
    await browser.newContext({ baseURL: app.baseUrl }),
  ]
  await signIn(app, clerks, clerk)
  await signIn(app, staffs, planner)
  const [asking, staff] = [await clerks.newPage(), await staffs.newPage()]
  await asking.goto('/aanvragen')
  await fillIn(asking)
  await next(asking)
  await send(asking)
  const reference = await referenceIn(asking)

  await staff.goto('/beheer/wachtrij?lijst=nieuw&dos=ontbreekt')
  await expectAccessible(staff)
  await staff.getByRole('link', { name: reference }).click()
  await expect(staff.locator('main')).toContainText('DOS-nummer ontbreekt')
  await expectAccessible(staff)

  await staff.getByRole('link', { name: 'Vraag stellen' }).click()
  await staff.getByRole('button', { name: 'Vraag versturen' }).click()
  await expect(staff).toHaveTitle(/^Fout: /)
  await expectAccessible(staff)
  await staff.getByLabel(/Uw vraag aan/).fill('Hoe laat begint u?')
  await staff.getByRole('button', { name: 'Vraag versturen' }).click()
  await expect(staff.locator('main')).toContainText('Er wacht 1 mail.')

  await staff.getByRole('link', { name: 'DOS-nummer invullen', exact: true }).click()
  await staff.getByLabel('DOS-nummer').fill('2026-1')
  await staff.getByRole('button', { name: 'DOS-nummer opslaan' }).click()
  await expect(staff).toHaveTitle(/^Fout: /)
  await staff.getByLabel('DOS-nummer').fill('dos 2026 0004711')
  await staff.getByRole('button', { name: 'DOS-nummer opslaan' }).click()
  const question = await app.mails.waitFor(clerk.address, ({ subject }) => subject.startsWith('Vraag over'))
  expect(question.subject).toContain('DOS-2026-0004711')

  await asking.goto(/\/aanvraag\/RB-[\d-]+\/antwoord/.exec(question.text)?.[0] ?? '')
  await asking.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(asking).toHaveTitle(/^Fout: /)
  await expectAccessible(asking)
  await asking.getByLabel('Uw antwoord').fill('Om acht uur.')
  await asking.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(asking.getByRole('status')).toContainText('Uw antwoord is verstuurd.')

  await staff.goto(`/beheer/aanvraag/${reference}/aannemen`)
  await expect(staff.locator('main')).toContainText('Samen 1 mail.')
  await expectAccessible(staff)
  await staff.getByRole('button', { name: 'Aanvraag aannemen' }).click()
  await expect(staff.getByRole('link', { name: 'Bijeenkomst maken van deze aanvraag' })).toBeVisible()
  await app.mails.waitFor(clerk.address, ({ subject }) => subject.startsWith('Aangenomen'))
  await asking.goto(`/aanvraag/${reference}`)
  await expect(asking.locator('.timeline')).toContainText('De provincie geeft de briefing')
  await expect(asking.locator('main')).toContainText('in behandeling')
})

test('declining takes a reason and an alternative; withdrawing says first what happens', async ({ browser, app }) => {
  const clerk = await aClerkOf(app, 'leiderdorp')
  const planner = await aPerson(app.db, [{ role: 'planner' }], 'Planner')
  const [clerks, staffs] = [
    await browser.newContext({ baseURL: app.baseUrl }),
    await browser.newContext({ baseURL: app.baseUrl }),
  ]
  await signIn(app, clerks, clerk)
  await signIn(app, staffs, planner)
  const [asking, staff] = [await clerks.newPage(), await staffs.newPage()]
  const ask = async () => {
    await asking.goto('/aanvragen')
    await fillIn(asking)
    await next(asking)
    await send(asking)
    return referenceIn(asking)
  }
  const declined = await ask()
  await staff.goto(`/beheer/aanvraag/${declined}/afwijzen`)
  await staff.getByRole('button', { name: 'Aanvraag afwijzen' }).click()
  await expect(staff.locator('#fouten')).toBeFocused()
  await expect(staff.locator('.summary-box li')).toHaveCount(2)
  await expectAccessible(staff)
  await staff.getByRole('radio', { name: /geen spreker/ }).check()
  await staff.getByLabel('Wat kan wel?').fill('In maart kan het wel.')
  await staff.getByRole('button', { name: 'Aanvraag afwijzen' }).click()
  const mail = await app.mails.waitFor(clerk.address, ({ subject }) => subject.startsWith('Afgewezen'))
  expect(mail.text).toContain('In maart kan het wel.')

  const withdrawn = await ask()
  await asking.goto(`/aanvraag/${withdrawn}/intrekken`)
  await expect(asking.locator('main')).toContainText('Er is nog geen bijeenkomst. Raadsleden krijgen dus niets.')
  await expectAccessible(asking)
  await asking.getByRole('button', { name: 'Aanvraag intrekken' }).click()
  await expect(asking.locator('main')).toContainText('Uw aanvraag is ingetrokken.')
  await staff.goto(`/beheer/aanvraag/${withdrawn}/aannemen`)
  await expect(staff.locator('main')).toContainText('Dit kan nu niet')
})

test('an expired link gives a new one, at the address in the request only', async ({ page, app }) => {
  await page.goto('/aanvragen?gemeente=delft')
  await fillIn(page, 'griffie@delft.example')
  await next(page)
  await send(page)
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
  const clerk = await aClerkOf(app, 'leiderdorp')
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
