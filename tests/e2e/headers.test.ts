import { request as rawRequest } from 'node:http'
import { type App, expect, startApp, test } from '#tests/support/app.ts'
import { brokenRules } from '#tests/support/content-security-policy.ts'
import { aPerson } from '#tests/support/people.ts'
import { cookieOf, signInLinkFor } from '#tests/support/sign-in.ts'

type Started = Awaited<ReturnType<typeof startApp>>

const post = (app: App, path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(app.baseUrl + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: app.baseUrl, ...headers },
    body: new URLSearchParams(fields),
  })
const get = (app: App, path: string, headers: Record<string, string> = {}) =>
  fetch(app.baseUrl + path, { redirect: 'manual', headers })

async function expectHeaders(response: Response, status: number, what: string): Promise<void> {
  await response.arrayBuffer()
  expect(response.status, what).toBe(status)
  const header = (name: string) => response.headers.get(name) ?? ''
  expect(Number(/max-age=(\d+)/.exec(header('strict-transport-security'))?.[1]), what).toBeGreaterThanOrEqual(
    31_536_000,
  )
  expect(header('x-content-type-options'), what).toBe('nosniff')
  expect(header('x-frame-options'), what).toBe('DENY')
  expect(header('referrer-policy'), what).toBe('same-origin')
  expect(header('x-powered-by'), what).toBe('')
  expect(brokenRules(header('content-security-policy')), what).toEqual([])
}

test('every kind of answer carries the security headers', async () => {
  test.setTimeout(120_000)
  const app = await startApp()
  await expectHeaders(await get(app, '/'), 200, 'a page')
  await expectHeaders(await get(app, '/account'), 302, 'a redirect')
  await expectHeaders(await get(app, '/bestaat-niet'), 404, 'a page that is not there')
  await expectHeaders(await get(app, '/assets/bestaat-niet.css'), 404, 'an asset that is not there')
  await expectHeaders(await get(app, '/healthz'), 200, 'health')
  await expectHeaders(await get(app, '/robots.txt'), 200, 'a text')
  await expectHeaders(await get(app, '/%E0%A4%A'), 400, 'an address nobody can read')

  const [, asset = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(await (await get(app, '/')).text()) ?? []
  await expectHeaders(await get(app, asset), 200, 'an asset')
  for (const path of ['/icon.svg', '/']) {
    const first = await bare(app, 'GET', path, {})
    await expectHeaders(first, 200, path)
    const unchanged = { 'if-none-match': first.headers.get('etag') ?? '' }
    await expectHeaders(await bare(app, 'GET', path, unchanged), 304, `${path} not changed`)
  }

  await expectHeaders(await post(app, '/inloggen', { address: 'geen adres' }), 400, 'a form with a mistake')
  await expectHeaders(await post(app, '/inloggen/onbekend', {}), 422, 'a refusal')
  await expectHeaders(await post(app, '/privacy', {}), 405, 'a form where none is')
  for (const method of ['OPTIONS', 'DELETE', 'PUT', 'TRACE', 'PROPFIND']) {
    const answer = await bare(app, method, '/inloggen', {})
    await expectHeaders(answer, 405, method)
    expect(answer.headers.get('allow'), method).toBe('GET, HEAD, POST')
  }
  await expectHeaders(await post(app, '/inloggen', { address: 'a'.repeat(300_000) }), 413, 'a form that is too big')
  const ours = { origin: app.baseUrl }
  await expectHeaders(
    await bare(app, 'POST', '/inloggen', { ...ours, 'content-type': 'application/json', 'content-length': '2' }, '{}'),
    415,
    'no form',
  )
  await expectHeaders(
    await bare(app, 'POST', '/inloggen', { ...ours, 'transfer-encoding': 'chunked' }, 'x'),
    411,
    'a form without end',
  )
  for (let attempt = 0; attempt < 5; attempt++) await post(app, '/inloggen', { address: 'een@proef.example' })
  await expectHeaders(await post(app, '/inloggen', { address: 'een@proef.example' }), 429, 'too many attempts')

  const { personId } = await aPerson(app.db)
  const cookie = await cookieOf(app.db, personId)
  await app.db.schema.alterTable('sign_in').renameTo('sign_in_away').execute()
  await expectHeaders(await get(app, '/account', { cookie }), 500, 'our own mistake')
  for (const path of ['/account.data', '/beheer/post/1/html']) {
    const mistake = await get(app, path, { cookie })
    expect(mistake.status, path).toBe(500)
    expect(mistake.headers.get('cache-control'), path).toBe('no-store')
    expect(await mistake.text(), path).not.toMatch(/sign_in|relation|node_modules|\.js:|\bat /)
  }
  await app.stop()
})

test('a form from another site, or from nowhere, does nothing', async ({ app }) => {
  const foreign = ['https://evil.example', 'null', `${app.baseUrl}.evil.example`, 'nonsense']
  for (const origin of foreign) {
    const response = await post(app, '/inloggen', { address: 'een@proef.example' }, { origin })
    await expectHeaders(response, 403, origin)
  }
  const isForm = { 'content-type': 'application/x-www-form-urlencoded' }
  const fields = 'address=een%40proef.example'
  await expectHeaders(await bare(app, 'POST', '/inloggen', isForm, fields), 403, 'no origin')
  const crossSite = { ...isForm, 'sec-fetch-site': 'cross-site' }
  await expectHeaders(await bare(app, 'POST', '/inloggen', crossSite, fields), 403, 'cross-site')
  const { jobs } = await app.db
    .selectFrom('rate_limit')
    .select(({ fn }) => fn.countAll<number>().as('jobs'))
    .executeTakeFirstOrThrow()
  expect(jobs, 'nothing was counted, so nothing was tried').toBe(0)
})

/** A client as bare as can be: fetch adds an origin to a POST and asks a GET past every cache. */
function bare(app: App, method: string, path: string, headers: Record<string, string>, body = ''): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = rawRequest(app.baseUrl + path, { method, headers })
    sent.once('response', (response) => {
      response.resume()
      const fields = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)])
      resolve(new Response(null, { status: response.statusCode, headers: fields }))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

test('an address with another host before it is one that nobody answers to', async ({ app }) => {
  const { hostname, port } = new URL(app.baseUrl)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = rawRequest({ hostname, port, path: 'http://elders.example/gemeenten', method: 'GET' })
    sent.once('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.once('error', reject)
    sent.end()
  })
  expect(status).toBe(404)
})

test('a visitor leaves without cookies, storage or anything from elsewhere', async ({ app, page, context }) => {
  const elsewhere: string[] = []
  const violations: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== app.baseUrl) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  for (const path of ['/', '/gemeenten/leiderdorp', '/onderwerpen', '/privacy', '/inloggen', '/bestaat-niet']) {
    await page.goto(path)
    expect(await page.locator('script').count(), path).toBe(0)
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length), path).toBe(0)
  }
  expect(await context.cookies()).toEqual([])
  expect(elsewhere).toEqual([])
  expect(violations).toEqual([])
})

test.describe('on https', () => {
  let app: Started
  test.beforeAll(async () => {
    app = await startApp({ BASE_URL: 'https://portaal.example' })
  })
  test.afterAll(() => app.stop())

  test('the cookie is bound to the host, to https, and out of reach of scripts', async () => {
    const person = await aPerson(app.db, [{ role: 'planner' }])
    const token = await signInLinkFor(app.db, person.emailAddressId)
    const response = await post(app, `/inloggen/${token}`, {}, { origin: 'https://portaal.example' })
    expect(response.status).toBe(302)
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const asData = await get(app, '/account.data', { cookie })
    expect(asData.status).toBe(200)
    expect(asData.headers.get('cache-control')).toBe('no-store')
    const attributes = (response.headers.get('set-cookie') ?? '').split('; ')
    expect(attributes[0]).toMatch(/^__Host-raadsbriefing=/)
    expect(attributes).toEqual(
      expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=43200']),
    )
    expect(attributes.some((attribute) => attribute.startsWith('Domain='))).toBe(false)
  })

  test('the same host over http is another site', async () => {
    const response = await post(app, '/inloggen', { address: 'geen adres' }, { origin: 'http://portaal.example' })
    expect(response.status).toBe(403)
  })
})
