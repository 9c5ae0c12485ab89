import type { Page } from '@playwright/test'
import { formatDate, formatDay } from '#app/domain/calendar-text.ts'
import type { Db } from '#db/connection.server.ts'
import { listPublicHolidays } from '#db/requesting/public-holidays.ts'
import { expect, test } from '#tests/support/app.ts'
import { expectAccessible, faultsOf, refusalFaultsOf } from '#tests/support/page-checks.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { checkRequest, fillInRequest, referenceIn, sendRequest } from '#tests/support/request-form.ts'
import { signedInPage } from '#tests/support/sign-in.ts'

// Several browsers: long on a busy machine.
test.describe.configure({ timeout: 240_000 })

/** A public holiday that is far enough ahead, and a day that is none. */
async function twoEvenings(db: Db) {
  const soon = Temporal.Now.plainDateISO('Europe/Amsterdam').add({ weeks: 3 })
  const [holiday] = await listPublicHolidays(db, soon, soon.add({ years: 1 }))
  if (!holiday) throw new Error('No public holiday is known in the year to come')
  return { best: holiday.add({ days: 8 }), holiday }
}

async function fillInEvening(
  page: Page,
  legend: RegExp,
  { date, reason }: { date: Temporal.PlainDate; reason: string },
) {
  const evening = page.getByRole('group', { name: legend })
  await evening.getByLabel('Datum').fill(date.toString())
  await evening.getByLabel('Waarom deze avond?').fill(reason)
}

test('staff propose evenings, the clerk chooses one on a narrow phone without JavaScript, and the form of the evening has it', async ({
  browser,
  app,
}) => {
  const clerk = await aClerk(app.db, 'voorschoten')
  const along = await aClerk(app.db, 'wassenaar')
  const asking = await signedInPage(app, browser, clerk, { javaScriptEnabled: false })
  await asking.setViewportSize({ width: 320, height: 640 })
  const planner = await aPerson(app.db, [{ role: 'planner' }])
  const staff = await signedInPage(app, browser, planner)
  await asking.goto('/aanvragen')
  await fillInRequest(asking)
  await checkRequest(asking)
  await sendRequest(asking)
  const reference = await referenceIn(asking)
  const { id } = await app.db
    .selectFrom('briefing_request')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()
  await app.db
    .insertInto('briefing_request_council')
    .values({ briefing_request_id: id, council_id: along.councilId, state: 'joined' })
    .execute()
  await staff.goto(`/beheer/aanvraag/${reference}/aannemen`)
  await staff.getByRole('button', { name: 'Aanvraag aannemen' }).click()

  const { best, holiday } = await twoEvenings(app.db)
  const evening = `${formatDate(holiday)}, 19.30 tot 21.00 uur`
  await test.step('staff see what speaks against an evening and who gets mail, before anything leaves', async () => {
    await staff.getByRole('link', { name: 'Avonden voorstellen' }).click()
    await staff.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
    await expect(staff).toHaveTitle(/^Fout: /)
    await expect(staff.locator('.summary-box li')).toHaveCount(2)
    await expectAccessible(staff)
    await fillInEvening(staff, /De beste avond/, { date: best, reason: 'Dan kunnen beide sprekers.' })
    await fillInEvening(staff, /Tweede avond/, { date: holiday, reason: 'Dan is de raadzaal vrij.' })
    await staff.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
    await expect(staff).toHaveTitle(/^Controleer: /)
    await expect(staff.locator('main')).toContainText(evening)
    await expect(staff.locator('main')).toContainText(`De datum ${formatDay(holiday)} komt niet goed uit`)
    await expect(staff.getByRole('row', { name: /^Voorstel / })).toContainText(clerk.name)
    await expect(staff.locator('main')).toContainText('Samen 1 mail. Er is nog niets verstuurd.')
    await expectAccessible(staff)
    await staff.getByRole('button', { name: 'Terug naar het formulier' }).click()
    await expect(staff.getByRole('group', { name: /Tweede avond/ }).getByLabel('Datum')).toHaveValue(holiday.toString())
    await staff.getByRole('button', { name: 'Bekijk wie bericht krijgt' }).click()
    await staff.getByRole('button', { name: 'Voorstel versturen' }).click()
    await expect(staff.getByRole('status')).toContainText('Uw voorstel ligt bij de griffie.')
    await expect(staff.locator('main')).toContainText('voorstel ligt bij griffie')
    await expectAccessible(staff)
  })

  await test.step('the mail names the evenings in words, and leads to the page of the request', async () => {
    const mail = await app.mails.waitFor(clerk.address, ({ subject }) => subject.startsWith('Voorstel: '))
    expect(mail.text).toContain(evening)
    expect(mail.text).toContain('Dan kunnen beide sprekers.')
    const [path = ''] = /\/aanvraag\/RB-[\d-]+$/m.exec(mail.text) ?? []
    await asking.goto(path)
    await expect(asking.locator('main')).toContainText('Kies een van de voorgestelde avonden.')
  })

  await test.step('a council that was asked along sees the evenings and chooses nothing', async () => {
    const page = await signedInPage(app, browser, along)
    await page.goto(`/aanvraag/${reference}`)
    await expect(page.locator('main')).toContainText('Dan kunnen beide sprekers.')
    await expect(page.getByRole('radio')).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    const answer = await page.request.post(`/aanvraag/${reference}`, {
      headers: { origin: app.baseUrl },
      form: { choice: '1' },
    })
    expect(answer.status()).toBe(404)
    await page.context().close()
  })

  await test.step('the clerk chooses', async () => {
    await asking.getByRole('button', { name: 'Antwoord versturen' }).click()
    await expect(asking).toHaveTitle(/^Fout: /)
    await asking.getByRole('radio', { name: 'Geen van deze avonden' }).check()
    await asking.getByRole('button', { name: 'Antwoord versturen' }).click()
    await expect(asking.locator('.summary-box')).toContainText('Schrijf op wanneer uw raad wel kan.')
    await expect(asking.getByRole('radio', { name: 'Geen van deze avonden' })).toBeChecked()
    await asking.getByRole('radio', { name: evening }).check()
    await asking.getByLabel('Wilt u er iets bij schrijven?').fill('Liefst na acht uur.')
    await asking.getByRole('button', { name: 'Antwoord versturen' }).click()
    await expect(asking.getByRole('status')).toContainText('Uw keuze is verstuurd.')
    await expect(asking.locator('main')).toContainText('U koos een avond.')
    await expect(asking.locator('.timeline')).toContainText('De griffie koos een avond')
  })

  await test.step('whoever proposed hears it, and the form of the evening starts with it', async () => {
    const mail = await app.mails.waitFor(planner.address, ({ subject }) => subject.startsWith('Avond gekozen: '))
    expect(mail.text).toContain(evening)
    expect(mail.text).toContain('Liefst na acht uur.')
    await staff.goto(/\/beheer\/aanvraag\/RB-[\d-]+/.exec(mail.text)?.[0] ?? '')
    await expect(staff.locator('main li', { hasText: evening }).first()).toContainText('(gekozen)')
    await expect(staff.locator('main')).toContainText('Liefst na acht uur.')
    await staff.getByRole('link', { name: 'Bijeenkomst maken van deze aanvraag' }).click()
    await expect(staff.getByLabel('Datum')).toHaveValue(holiday.toString())
    await expect(staff.getByLabel('Begintijd')).toHaveValue('19.30')
    await expect(staff.getByLabel('Eindtijd')).toHaveValue('21.00')
    await expect(staff.locator('main')).toContainText('Gekozen avond')
    await expectAccessible(staff)
  })
})

test('the proposal of the demo story can be chosen from at once; one that staff take back cannot', async ({
  browser,
  app,
}) => {
  const clerk = await aClerk(app.db, 'leiden')
  const page = await signedInPage(app, browser, clerk)
  const staff = await signedInPage(app, browser, await aPerson(app.db, [{ role: 'planner' }]))
  const { reference } = await app.db
    .selectFrom('briefing_request')
    .select('reference')
    .where('status', '=', 'proposalMade')
    .executeTakeFirstOrThrow()
  await page.goto(`/aanvraag/${reference}`)
  await expect(page.getByRole('radio')).toHaveCount(4)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  expect(await faultsOf(page)).toEqual([])
  expect(await refusalFaultsOf(page)).toEqual([])
  await page.getByRole('radio').first().check()
  await staff.goto(`/beheer/aanvraag/${reference}`)
  await staff.getByRole('link', { name: 'Voorstel intrekken' }).click()
  await expect(staff.locator('main')).toContainText('Er gaat geen mail uit')
  await expectAccessible(staff)
  await staff.getByRole('button', { name: 'Trek het voorstel in' }).click()
  await expect(staff.getByRole('status')).toContainText('U hebt het voorstel ingetrokken.')
  await page.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(page.locator('main')).toContainText(
    'De provincie heeft dit voorstel ingetrokken. U hoeft nu niet te kiezen.',
  )
  await expect(page.locator('.timeline')).toContainText('De provincie trok het voorstel in')
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expectAccessible(page)
})
