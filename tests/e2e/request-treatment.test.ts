import { expect, test } from '#tests/support/app.ts'
import { expectAccessible } from '#tests/support/page-checks.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { checkRequest, fillInRequest, referenceIn, sendRequest } from '#tests/support/request-form.ts'
import { signedInPage } from '#tests/support/sign-in.ts'

// Whole journeys with several browsers: long on a busy machine.
test.describe.configure({ timeout: 240_000 })

test('staff ask, the clerk answers, staff accept; the number that is missing is filled in', async ({
  browser,
  app,
}) => {
  const clerk = await aClerk(app.db, 'gouda')
  const asking = await signedInPage(app, browser, clerk)
  const staff = await signedInPage(app, browser, await aPerson(app.db, [{ role: 'planner' }]))
  await asking.goto('/aanvragen')
  await fillInRequest(asking)
  await checkRequest(asking)
  await sendRequest(asking)
  const reference = await referenceIn(asking)

  await staff.goto('/beheer/wachtrij?lijst=nieuw&dos=ontbreekt')
  await expectAccessible(staff)
  await staff.getByRole('link', { name: reference }).click()
  await expect(staff.locator('main')).toContainText('DOS-nummer ontbreekt')
  await expectAccessible(staff)

  // What stays here is not counted among what leaves.
  await staff.goto(`/beheer/aanvraag/${reference}/aannemen`)
  await expect(staff.locator('main')).toContainText('1 mail blijft liggen. DOS-nummer ontbreekt.')
  await expect(staff.locator('main')).toContainText('Er gaan geen mails uit.')
  await expect(staff.locator('h1 .one-line'), 'never parted at a hyphen').toHaveText(reference)
  await staff.goto(`/beheer/aanvraag/${reference}`)

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
  const clerk = await aClerk(app.db, 'leiderdorp')
  const asking = await signedInPage(app, browser, clerk)
  const staff = await signedInPage(app, browser, await aPerson(app.db, [{ role: 'planner' }]))
  const ask = async () => {
    await asking.goto('/aanvragen')
    await fillInRequest(asking)
    await checkRequest(asking)
    await sendRequest(asking)
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
