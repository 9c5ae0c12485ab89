import { expect, test } from '#tests/support/app.ts'
import { expectAccessible } from '#tests/support/page-checks.ts'
import { aClerk } from '#tests/support/people.ts'
import { checkRequest, fillInRequest, referenceIn, sendRequest } from '#tests/support/request-form.ts'
import { signedInPage } from '#tests/support/sign-in.ts'

// Whole journeys with several browsers: long on a busy machine.
test.describe.configure({ timeout: 240_000 })

test('a colleague finishes the draft; two at once keep both texts; another council finds nothing', async ({
  browser,
  app,
}) => {
  const [clerk, colleague, stranger] = [
    await aClerk(app.db, 'leiderdorp'),
    await aClerk(app.db, 'leiderdorp'),
    await aClerk(app.db, 'voorschoten'),
  ]
  const [hers, his, theirs] = [
    await signedInPage(app, browser, clerk),
    await signedInPage(app, browser, colleague),
    await signedInPage(app, browser, stranger),
  ]
  await hers.goto('/aanvragen')
  await fillInRequest(hers)
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
  await checkRequest(his)
  await sendRequest(his)
  const reference = await referenceIn(his)
  expect((await theirs.goto(`/aanvraag/${reference}`))?.status()).toBe(404)
  expect((await hers.goto(`/aanvraag/${reference}`))?.status()).toBe(200)
})

test('a clerk throws a draft away; what a colleague saved meanwhile is shown first; pressed twice is once', async ({
  browser,
  app,
}) => {
  const [clerk, colleague] = [await aClerk(app.db, 'oegstgeest'), await aClerk(app.db, 'oegstgeest')]
  const [hers, his] = [await signedInPage(app, browser, clerk), await signedInPage(app, browser, colleague)]
  await his.goto('/aanvragen')
  const keep = async () => {
    await his.getByRole('button', { name: 'Bewaren en later verder' }).click()
    await expect(his.getByRole('status')).toContainText('Uw concept is bewaard.')
  }
  await keep()
  const address = new URL(his.url()).pathname
  await hers.goto('/griffie')
  await expect(hers.getByRole('link', { name: / [:,.]/ })).toHaveCount(0)
  await hers.getByRole('link', { name: /^verwijderen van het concept van/ }).click()
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
