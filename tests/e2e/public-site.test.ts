import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { parseEnvironment } from '#app/env.server.ts'
import { expect, test } from '#tests/support/app.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aClerk } from '#tests/support/people.ts'
import { signIn } from '#tests/support/sign-in.ts'

const paths = [
  '/',
  '/gemeenten',
  '/gemeenten?zoek=krimpen',
  '/gemeenten?zoek=brielle',
  '/gemeenten?zoek=amsterdam',
  '/gemeenten/leiderdorp',
  '/gemeenten/gorinchem',
  '/onderwerpen',
  '/onderwerpen/wonen',
  '/toegankelijkheid',
  '/privacy',
  '/bestaat-niet',
]

test('no public page ships a script, asks anything of others, or leaves a cookie', async ({ page }) => {
  const faults: string[] = []
  let path = ''
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(page.url() === 'about:blank' ? request.url() : page.url()).host)
      faults.push(`${path} asks for ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(`${path}: ${message.text()}`)
  })
  for (path of paths) {
    await page.goto(path)
    await expect(page.locator('h1')).toHaveCount(1)
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
    if ((await page.locator('script').count()) > 0) faults.push(`${path} ships a script`)
    if ((await page.context().cookies()).length > 0) faults.push(`${path} leaves a cookie`)
  }
  expect(faults).toEqual([])
})

// The pages themselves are walked by accessibility.test.ts; these are the other faces that some of them have.
for (const path of [
  '/gemeenten?zoek=krimpen',
  '/gemeenten?zoek=brielle',
  '/gemeenten?zoek=amsterdam',
  '/gemeenten/gorinchem',
]) {
  test(`${path} can be used by everybody`, async ({ page }) => {
    await page.goto(path)
    expect(await faultsOf(page)).toEqual([])
  })
}

test('every page has a title of its own', async ({ page }) => {
  const titles = new Set<string>()
  for (const path of paths.filter((path) => !path.includes('?'))) {
    await page.goto(path)
    titles.add(await page.title())
  }
  expect(titles.size).toBe(paths.filter((path) => !path.includes('?')).length)
})

// Seen to fail: eleven regions among the landmarks, tiles spoken of where none are, and "Inloggen" for who is signed in.
test('home has few landmarks, speaks of tiles only where they are, and leads everybody to her own start', async ({
  page,
  context,
  app,
}) => {
  await page.goto('/')
  const landmarks = page.getByRole('main').getByRole('region')
  expect(await landmarks.count()).toBe(await page.locator('main h2').count())
  await expect(page.getByText('Elk vakje is een gemeente')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  await expect(page.getByText('Elk vakje is een gemeente')).toBeHidden()
  await page.getByRole('link', { name: 'Mijn omgeving' }).click()
  await expect(page.locator('h1')).toHaveText('Inloggen')
  await signIn(app, context, await aClerk(app.db, 'gouda'))
  await page.goto('/')
  await page.getByRole('link', { name: 'Mijn omgeving' }).click()
  await expect(page.locator('h1')).toHaveText('Mijn raad')
})

test.describe('finding a municipality', () => {
  for (const [typed, heading] of [
    ['gravenhage', 'Den Haag'],
    ['Den haag', 'Den Haag'],
    ['leiderdrop', 'Leiderdorp'],
    ['  OEGSTGEEST ', 'Oegstgeest'],
  ] as const) {
    test(`“${typed}” goes straight to ${heading}`, async ({ page }) => {
      await page.goto('/')
      await page.getByLabel(/Zoek uw gemeente/).fill(typed)
      await page.keyboard.press('Enter')
      await expect(page.locator('h1')).toContainText(heading)
    })
  }

  test('“krimpen” asks which one', async ({ page }) => {
    await page.goto('/gemeenten?zoek=krimpen')
    const found = page.getByRole('region', { name: 'Welke gemeente bedoelt u?' })
    await expect(found.getByRole('link')).toHaveText(['Krimpen aan den IJssel', 'Krimpenerwaard'])
  })

  test('an old name is refused kindly, with the way on', async ({ page }) => {
    await page.goto('/gemeenten?zoek=brielle')
    await expect(page.getByText('Brielle is sinds 1 januari 2023 geen eigen gemeente meer.')).toBeVisible()
    await expect(page.getByText('U hoort nu bij').getByRole('link', { name: 'Voorne aan Zee' })).toHaveAttribute(
      'href',
      '/gemeenten/voorne-aan-zee',
    )
  })

  test('an unknown name keeps what was typed', async ({ page }) => {
    await page.goto('/gemeenten?zoek=<b>amsterdam</b>')
    await expect(
      page.getByText('Wij vinden geen gemeente in Zuid-Holland met de naam “<b>amsterdam</b>”'),
    ).toBeVisible()
    await expect(page.getByLabel('Naam van uw gemeente')).toHaveValue('<b>amsterdam</b>')
  })
})

test('Leiderdorp sees its own region first, with the number of the letter', async ({ page }) => {
  await page.goto('/gemeenten/leiderdorp')
  await expect(page.getByText('Leidse regio').first()).toBeVisible()
  await expect(page.getByText('Hoogheemraadschap van Rijnland').first()).toBeVisible()
  await expect(page.getByText('DOS-2026-0001081').first()).toBeVisible()
  const headings = await page.locator('article.topic-section h3').allTextContents()
  expect(headings[0]?.trim()).toBe('Wie doet wat?')
  const withPoints = await page
    .locator('article.topic-section')
    .evaluateAll((articles) => articles.map((article) => article.querySelector('.regional-points') !== null))
  expect(withPoints.indexOf(false)).toBeGreaterThan(withPoints.lastIndexOf(true))
})

test('a region without a letter says so honestly', async ({ page }) => {
  await page.goto('/gemeenten/gorinchem')
  await expect(page.getByText('Het nummer van de brief aan uw regio kennen wij nog niet.')).toBeVisible()
  await expect(page.getByText('staan hier nog geen eigen punten')).toBeVisible()
})

test('what nobody has checked is shown as such', async ({ page }) => {
  const fact = (term: string) =>
    page.locator('dl.facts > div', { has: page.getByText(term, { exact: true }) }).locator('dd')
  await page.goto('/gemeenten/waddinxveen')
  await expect(fact('Raadszetels')).toHaveText('25 (nog niet nagegaan)')
  await expect(fact('Regio')).toHaveText('Midden-Holland')
  await page.goto('/gemeenten/nissewaard')
  await expect(fact('Raadszetels')).toHaveText('37')
  await expect(fact('Regio')).toHaveText('Voorne-Putten (nog niet nagegaan)')
})

test('a page is served from memory until its content changes, then at once anew', async ({ app, request }) => {
  const url = '/onderwerpen/digitalisering'
  await request.get(url)
  const first = await request.get(url)
  const { etag } = first.headers()
  expect(etag).toMatch(/^"[\w-]{20}-(br|gzip|identity)"$/)
  expect((await request.get(url, { headers: { 'If-None-Match': etag ?? '' } })).status()).toBe(304)
  await sql`update topic set title = 'Digitaal werken' where id = 'digitalisering'`.execute(app.db)
  await expect(async () => {
    const second = await request.get(url, { headers: { 'If-None-Match': etag ?? '' } })
    expect(second.status()).toBe(200)
    expect(await second.text()).toContain('Digitaal werken')
  }).toPass({ timeout: 2_000 })
  await sql`update topic set title = 'Digitalisering' where id = 'digitalisering'`.execute(app.db)
})

test('the municipality page with its stylesheet is at most 40 kB compressed', async ({ app }) => {
  const size = async (path: string) => {
    const answer = await fetch(app.baseUrl + path, { headers: { 'Accept-Encoding': 'identity' } })
    const { gzipSync } = await import('node:zlib')
    return { bytes: gzipSync(Buffer.from(await answer.clone().arrayBuffer())).length, text: await answer.text() }
  }
  const page = await size('/gemeenten/leiderdorp')
  const stylesheets = [...page.text.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map((match) => match[1] ?? '')
  expect(stylesheets.length).toBeGreaterThan(0)
  const sheets = await Promise.all(stylesheets.map(size))
  expect(page.bytes + sheets.reduce((sum, sheet) => sum + sheet.bytes, 0)).toBeLessThanOrEqual(40 * 1024)
})

test('assets are compressed, hashed and kept for ever; an unknown one is not there', async ({ app }) => {
  const html = await (await fetch(app.baseUrl)).text()
  const stylesheet = html.match(/href="(\/assets\/[^"]+\.css)"/)?.[1] ?? ''
  const answer = await fetch(app.baseUrl + stylesheet)
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('content-encoding')).toMatch(/br|gzip/)
  expect((await fetch(`${app.baseUrl}/assets/nietes.js`)).status).toBe(404)
})

test('robots, sitemap and the way to report a problem', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text()
  for (const area of ['/mijn', '/antwoord', '/agenda', '/account']) expect(robots).toContain(`Disallow: ${area}\n`)
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap.match(/\/gemeenten\/[a-z-]+/g)?.length).toBe(50)
  const contact = await (await request.get('/.well-known/security.txt')).text()
  expect(contact).toContain('Contact: mailto:beveiliging@provincie.example')
})

test('compressed bytes are the page itself', async ({ app }) => {
  const { request: get } = await import('node:http')
  const body = await new Promise<Buffer>((resolve, reject) => {
    get(`${app.baseUrl}/privacy`, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
    })
      .on('error', reject)
      .end()
  })
  expect(gunzipSync(body).toString()).toContain('<h1>Privacy</h1>')
})

test('the privacy page says what the law asks, with the terms that the retention keeps', async ({ page }) => {
  await page.goto('/privacy')
  await expect(page.locator('main h2')).toHaveText([
    'Wie is verantwoordelijk?',
    'Waarom gebruiken wij uw gegevens?',
    'Op welke grond?',
    'Welke gegevens zijn het?',
    'Wie ziet uw gegevens?',
    'Hoe lang bewaren wij ze?',
    'Wat zijn uw rechten?',
    'Een klacht?',
  ])
  const text = ((await page.locator('main').textContent()) ?? '').toLowerCase()
  for (const about of [
    'sprekers',
    'zaal',
    'griffie',
    'herinneringen',
    'agenda',
    'mail die wij kregen',
    'mailserver',
    'link',
  ])
    expect(text, about).toContain(about)
  const terms = parseEnvironment({})
  for (const [name, days] of Object.entries(terms).filter(([name]) => name.startsWith('RETENTION_')))
    expect(text, name).toContain(`${days} dagen`)
})
