import type { Locator, Page } from '@playwright/test'
import { type App, expect, test } from '#tests/support/app.ts'
import { someMails } from '#tests/support/outbox.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aPerson } from '#tests/support/people.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aBareRequest } from '#tests/support/requests.ts'
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

test('staff find the accessibility statement and the privacy page at the foot, and not on paper', async ({
  page,
  app,
}) => {
  await signInAs(page, app, 'planner@provincie.example')
  await page.goto('/beheer/wachtrij')
  const foot = page.getByRole('contentinfo')
  await expect(foot.getByRole('link', { name: 'Toegankelijkheid' })).toHaveAttribute('href', '/toegankelijkheid')
  await expect(foot.getByRole('link', { name: 'Privacy' })).toHaveAttribute('href', '/privacy')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(foot).toBeHidden()
  // Seen to fail while the page kept to the place of the menu.
  expect((await page.getByRole('main').boundingBox())?.width).toBeGreaterThan(1000)
})

test('paper says which part of a long queue it is, and writes an address once', async ({ page, app }) => {
  for (let many = 0; many < 26; many++) await aBareRequest(app.db, ['zuidplas'])
  await signInAs(page, app, 'planner@provincie.example')
  await page.goto('/beheer/wachtrij?bladzijde=2')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^Bladzijde 2 van \d+$/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Vorige' })).toBeHidden()
  const online = app.db.selectFrom('briefing_session').select(['id', 'online_url']).where('online_url', 'is not', null)
  const { id, online_url } = await online.executeTakeFirstOrThrow()
  await page.goto(`/beheer/sessies/${id}`)
  const link = page.getByRole('link', { name: online_url ?? '', exact: true })
  expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toBe('none')
})

test('the filters of outgoing mail take two lines at most, and each time stands on one', async ({ page, app }) => {
  await someMails(app.db, 2, Temporal.Now.instant())
  await signInAs(page, app, 'planner@provincie.example')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/beheer/post')
  const bottoms = await page
    .locator('form.filters > *')
    .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().bottom)))
  expect(new Set(bottoms).size).toBeLessThanOrEqual(2)
  const times = await page.locator('.data-table td[data-label=Wanneer] time').all()
  expect(times.length).toBeGreaterThan(0)
  for (const time of times) expect(await linesOf(time), (await time.textContent()) ?? '').toBe(1)
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

/** The address of the page on which the members of a council register for an evening. */
async function memberLink(app: App, title: string): Promise<string> {
  const { link_token } = await app.db
    .selectFrom('briefing_session_council')
    .innerJoin('briefing_session', 'briefing_session.id', 'briefing_session_council.briefing_session_id')
    .select('link_token')
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
  return `/bijeenkomst/${link_token}`
}

test('on a wide screen the fields to register are as wide as what goes in, and it says which may stay empty', async ({
  page,
  app,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${await memberLink(app, 'Regioavond Leidse regio')}/aanmelden`)
  const rem = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  for (const label of ['Uw naam', 'Uw e-mailadres', 'Wilt u vooraf iets vragen?'])
    expect((await page.getByLabel(label).boundingBox())?.width, label).toBeLessThanOrEqual(42 * rem)
  await expect(page.locator('form')).toContainText('Vul alles in, behalve waar “(niet verplicht)” staat.')
})

test('above each form in which something may stay empty, staff read so too', async ({ page, app }) => {
  await signInAs(page, app, 'beheerder@provincie.example')
  const forms = ['/beheer/zalen/nieuw', '/beheer/sprekers/nieuw', '/beheer/personen/nieuw']
  for (const path of [...forms, `/beheer/sessies/${await storySession(app)}/bewerken`]) {
    await page.goto(path)
    const form = page.locator('main form', { hasText: /[a-z] \(niet verplicht\)/ })
    await expect(form, path).toContainText('Vul alles in, behalve waar “(niet verplicht)” staat.')
  }
})

test('on paper an evening says where to register, and a table stays on the sheet', async ({ page, app }) => {
  // A4 with margins of 15 mm is 680 px wide.
  await page.setViewportSize({ width: 680, height: 960 })
  await page.emulateMedia({ media: 'print' })
  const link = await memberLink(app, 'Regioavond Leidse regio')
  await page.goto(link)
  await expect(page.getByText(`Aanmelden kan op ${app.baseUrl}${link}`)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Aanmelden', exact: true })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByText('Aanmelden kan op')).toBeHidden()

  await signInAs(page, app, 'planner@provincie.example')
  await page.emulateMedia({ media: 'print' })
  for (const path of [`/beheer/sessies/${await storySession(app)}/reacties`, '/beheer/wachtrij', '/beheer/sessies']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(680)
  }
})

// Seen to fail: beside the menu of staff a table had less room than the window said.
test('no page of staff scrolls sideways in a window of middle width', async ({ page, app }) => {
  await signInAs(page, app, 'planner@provincie.example')
  for (const path of ['/beheer/wachtrij', '/beheer/sessies', '/beheer/post/binnen', '/beheer/post/onbekend']) {
    await page.goto(path)
    for (const width of [800, 1000, 1100, 1200]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    }
  }
})

// Seen to fail: the paper of a regional evening named no council, and who listened had to guess whose totals she heard.
test('the register of a clerk says of which council it is, also on paper', async ({ page, app }) => {
  await signInAs(page, app, 'griffier@leiderdorp.example')
  await page.emulateMedia({ media: 'print' })
  await page.goto(`/griffie/sessies/${await storySession(app)}/reacties`)
  await expect(page.getByText('Dit zijn de reacties uit de raad van Leiderdorp.')).toBeVisible()
})

test('nobody is told that the province still asks how to get into a room that nobody will enter', async ({
  page,
  app,
}) => {
  await page.goto(await memberLink(app, 'Regioavond Leidse regio'))
  await expect(page.locator('main')).toContainText('De provincie vraagt dit nog na.')
  await page.goto(await memberLink(app, 'Wonen in Oegstgeest en Leiderdorp'))
  await expect(page.locator('main')).toContainText('Deze bijeenkomst is geweest')
  await expect(page.locator('main')).not.toContainText('De provincie vraagt dit nog na.')
})

test('a long address stays within a phone, and a word of the programme is never parted', async ({ page, app }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await signInAs(page, app, 'planner@provincie.example')
  await page.goto('/beheer/post/onbekend')
  const frame = page.locator('.table-frame')
  expect(await frame.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  await signInAs(page, app, 'griffier@leiderdorp.example')
  await page.goto('/aanvragen')
  const title = page.locator('.programme-title', { hasText: 'Bereikbaarheid en vervoer' })
  expect(await linesOf(title)).toBe(2)
})

test('a clerk sees which evenings have been, and the doors of the settings stand in one row', async ({ page, app }) => {
  await signInAs(page, app, 'griffier@leiderdorp.example')
  await page.goto('/griffie')
  await expect(page.getByRole('row', { name: /Wonen in Oegstgeest en Leiderdorp/ })).toContainText('geweest')
  await expect(page.getByRole('row', { name: /Regioavond Leidse regio/ })).toContainText('gepubliceerd')
  await signInAs(page, app, 'beheerder@provincie.example')
  await page.goto('/beheer/personen')
  const doors = await page.getByRole('navigation', { name: 'Beheer' }).getByRole('link').all()
  const tops = await Promise.all(doors.map(async (door) => (await door.boundingBox())?.y))
  expect(new Set(tops).size).toBe(1)
})

test('whoever asked for a briefing is not sent to the page of councils that were asked along', async ({
  page,
  app,
}) => {
  const { reference } = await aBareRequest(app.db, ['leiden'])
  const { personId: staffId } = await aPerson(app.db, [{ role: 'planner' }])
  await aProposal(app.db, { reference, staffId }, Temporal.Now.instant())
  await signInAs(page, app, 'griffier@leiden.example')
  await page.goto(`/aanvraag/${reference}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aanvraag van de raad van Leiden')
  await expect(page.getByRole('link', { name: 'Laat weten of uw raad meedoet' })).toHaveCount(0)
})
