import { expect, test } from '#tests/support/app.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aPerson } from '#tests/support/people.ts'
import { signedInPage } from '#tests/support/sign-in.ts'

test('staff write down what a speaker said on the telephone, see it with their name, and take it back', async ({
  browser,
  app,
}) => {
  test.setTimeout(120_000)
  const { id, session_id, name } = await app.db
    .selectFrom('engagement')
    .innerJoin('briefing_session', 'briefing_session.id', 'engagement.briefing_session_id')
    .innerJoin('speaker', 'speaker.id', 'engagement.speaker_id')
    .select(['engagement.id', 'briefing_session.id as session_id', 'speaker.name'])
    .where('briefing_session.status', '=', 'published')
    .where('engagement.ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  const staff = await aPerson(app.db, [{ role: 'planner' }], 'Robin')
  const page = await signedInPage(app, browser, staff)
  await page.goto(`/beheer/sessies/${session_id}`)
  await page.getByRole('link', { name: `Antwoord noteren van ${name}` }).click()
  await expect(page).toHaveURL(`${app.baseUrl}/beheer/sessies/${session_id}/antwoord/${id}`)
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Antwoord bewaren' }).click()
  await expect(page.getByRole('link', { name: 'Kies een van de antwoorden.' })).toBeVisible()
  await page.getByLabel('kan niet').check()
  await page.getByLabel('Wat werd er gezegd?').fill('Zij is ziek.')
  await page.getByRole('button', { name: 'Antwoord bewaren' }).click()
  await expect(page.getByRole('status').first()).toContainText('Het antwoord is genoteerd')
  await expect(page.getByText(`${name} kan niet spreken.`)).toBeVisible()
  await expect(page.getByRole('row', { name }).first()).toContainText(`door de provincie (${staff.name})`)

  await page.getByRole('link', { name: `Antwoord noteren van ${name}` }).click()
  await expect(page.locator('ol > li').filter({ hasText: 'kan niet' }).first()).toContainText('“Zij is ziek.”')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Vergissing: terugdraaien' }).first().click()
  await expect(page.getByRole('status').first()).toContainText('Het antwoord is teruggedraaid')
  await expect(page.getByText(`Teruggedraaid door ${staff.name}`)).toBeVisible()
  await page.context().close()
})
