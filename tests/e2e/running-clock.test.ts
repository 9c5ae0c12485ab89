import { expect, test } from '#tests/support/app.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { signIn } from '#tests/support/sign-in.ts'

test('with JavaScript the total follows every choice, said politely, under our strictest policy', async ({
  page,
  context,
  app,
}) => {
  test.setTimeout(120_000)
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  const clerk = await aPerson(app.db, [{ role: 'deputyClerk', councilId: await councilOf(app.db, 'leiderdorp') }])
  await signIn(app, context, clerk)
  const response = await page.goto('/aanvragen')
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self';")
  expect(await page.locator('script').count()).toBe(1)
  expect(await page.locator('script').getAttribute('src')).toMatch(/^\/assets\/running-clock-element-[\w-]+\.js$/)

  const clock = page.locator('running-clock')
  const before = await clock.locator('.programme-list li').count()
  const free = page
    .locator('select[name^="order."]')
    .filter({ has: page.locator('option:checked[value=""]') })
    .first()
  await free.selectOption('4')
  await expect(clock.locator('.programme-list li')).toHaveCount(before + 1)
  await expect(clock).toContainText(/Samen \d+ minuten\./)
  await page.getByRole('radio', { name: 'Online vragenuur (45 minuten)' }).check()
  await expect(clock).toContainText('“Online vragenuur”')
  const spoken = page.locator('running-clock + [aria-live=polite]')
  await expect(spoken).toContainText(/Samen \d+ minuten\..*“Online vragenuur”/)
  const total = await clock.locator('.programme-total').textContent()
  await page
    .locator('select[name^="order."]')
    .filter({ has: page.locator('option:checked[value=""]') })
    .first()
    .selectOption('4')
  await expect(clock).toContainText('Kies er hooguit 4.')
  expect(await faultsOf(page)).toEqual([])
  expect(violations).toEqual([])

  await test.step('the server says the same after “Bijwerken”', async () => {
    await page.locator('select[name^="order."] >> nth=0').waitFor()
    await page.reload()
    await page
      .locator('select[name^="order."]')
      .filter({ has: page.locator('option:checked[value=""]') })
      .first()
      .selectOption('4')
    await page.getByRole('radio', { name: 'Online vragenuur (45 minuten)' }).check()
    await expect(clock.locator('.programme-total')).toHaveText(total ?? '')
    await page.getByRole('button', { name: 'Bijwerken' }).click()
    await expect(page).toHaveURL(/#programma$/)
    await expect(page.locator('#programma')).toContainText(/Samen \d+ minuten/.exec(total ?? '')?.[0] ?? 'geen totaal')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the total waits for “Bijwerken”, as before', async ({ page }) => {
    await page.goto('/aanvragen?gemeente=gouda')
    const before = await page.locator('#programma').textContent()
    await page.getByRole('radio', { name: 'Online vragenuur (45 minuten)' }).check()
    expect(await page.locator('#programma').textContent()).toBe(before)
    await page.getByRole('button', { name: 'Bijwerken' }).click()
    await expect(page.locator('#programma')).toContainText('“Online vragenuur”')
  })
})
