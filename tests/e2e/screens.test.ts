import type { Locator, Page } from '@playwright/test'
import { type App, expect, test } from '#tests/support/app.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { signIn } from '#tests/support/sign-in.ts'

/** Signs somebody of the demo story in. */
async function signInAs(page: Page, app: App, address: string): Promise<void> {
  const { id } = await app.db
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select('person.id')
    .where('email_address.address', '=', address)
    .executeTakeFirstOrThrow()
  await signIn(app, page.context(), { personId: id })
}

async function storySession(app: App): Promise<string> {
  const session = app.db.selectFrom('briefing_session').select('id').where('title', '=', 'Regioavond Leidse regio')
  return (await session.executeTakeFirstOrThrow()).id
}

async function linesOf(text: Locator): Promise<number> {
  return text.evaluate((element) => {
    const words = document.createRange()
    words.selectNodeContents(element)
    return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size
  })
}

test('every page of a clerk names her council', async ({ page, app }) => {
  const id = await storySession(app)
  await signInAs(page, app, 'griffier@leiderdorp.example')
  for (const path of [
    '/griffie',
    `/griffie/sessies/${id}/reacties`,
    `/griffie/sessies/${id}/herinneren`,
    '/aanvragen',
    '/account',
    '/account/agenda',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('banner'), path).toContainText('Griet Voorbeeld, gemeenteraad van Leiderdorp')
  }
})

test('in the queue a status stays on one line, and the button beside its filters', async ({ page, app }) => {
  await signInAs(page, app, 'planner@provincie.example')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/beheer/wachtrij')
  const badges = await page.locator('.data-table .badge').all()
  expect(badges.length).toBeGreaterThan(8)
  for (const badge of badges) expect(await linesOf(badge), (await badge.textContent()) ?? '').toBe(1)
  const bottomOf = async (part: Locator) => {
    const box = await part.boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  expect(await bottomOf(page.getByRole('button', { name: 'Lijst tonen' }))).toBe(
    await bottomOf(page.getByLabel('Lijst', { exact: true })),
  )
})

test('the number of a dossier is never parted, and is copied as it is', async ({ page, app }) => {
  const id = await storySession(app)
  await signInAs(page, app, 'planner@provincie.example')
  await page.goto(`/beheer/sessies/${id}`)
  const number = page.getByText('DOS-2026-0001081', { exact: true })
  for (const width of ['1rem', '4rem']) {
    await number.evaluate((element, wide) => element.parentElement?.style.setProperty('inline-size', wide), width)
    expect(await linesOf(number), width).toBe(1)
  }
  expect(await number.textContent()).toBe('DOS-2026-0001081')
  await page.goto('/beheer/post/voorbeelden')
  const everywhere = await number.all()
  expect(everywhere.length).toBeGreaterThan(0)
  for (const each of everywhere) expect(await linesOf(each)).toBe(1)
})

test('an evening of the story claims no mails, and an address that fails says why', async ({ page, app }) => {
  const id = await storySession(app)
  await signInAs(page, app, 'planner@provincie.example')
  await page.goto(`/beheer/sessies/${id}`)
  await expect(page.getByRole('region', { name: 'Mails' })).toContainText('geen mails over deze bijeenkomst bewaard')

  await page.goto(`/beheer/sessies/${id}/reacties`)
  await page.getByRole('link', { name: 'Adres herstellen van Lies Voorbeeld' }).click()
  const main = page.locator('main')
  await expect(main).toContainText('Naar dit adres gaat geen mail meer')
  await expect(main).toContainText(/Sinds .* uur: dit adres bestaat niet\./)
  await expect(main).not.toContainText('kwam niets terug')
  await expect(page.getByLabel('Stuur de uitnodiging opnieuw')).toHaveAccessibleDescription(
    /Regioavond Leidse regio, .* Zonder vinkje gaat alleen weg wat nog wachtte\./,
  )
  expect(await faultsOf(page)).toEqual([])
})

test('with the colours of the reader, the open door and the first thing to do still stand out', async ({
  page,
  app,
}) => {
  await signInAs(page, app, 'planner@provincie.example')
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' })
  const canvas = 'rgb(0, 0, 0)'
  const edgeOf = (link: Locator, edge: string) =>
    link.evaluate((a, side) => getComputedStyle(a).getPropertyValue(side), edge)
  await page.goto('/beheer/post')
  for (const [menu, edge, current] of [
    ['Hoofdmenu', 'border-left-color', 'Post'],
    ['Post', 'border-bottom-color', 'Uitgaand'],
  ] as const) {
    const links = page.getByRole('navigation', { name: menu, exact: true }).getByRole('link')
    const drawn = await Promise.all(
      (await links.all()).map(async (link) => [await link.textContent(), await edgeOf(link, edge)]),
    )
    expect(drawn.length).toBeGreaterThan(2)
    for (const [text, colour] of drawn) expect(colour === canvas, text ?? '').toBe(text !== current)
  }
  await page.goto('/beheer/zalen/nieuw')
  const fill = (name: string) => edgeOf(page.getByRole('button', { name }), 'background-color')
  expect(await fill('Zaal opslaan')).not.toBe(await fill('Uitloggen'))
})
