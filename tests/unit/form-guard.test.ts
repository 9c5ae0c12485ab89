import { expect, test } from '@playwright/test'
import type { Response as Answer, Request } from 'express'
import { guardForms } from '#app/web/form-guard.server.ts'

const ours = 'https://portaal.example'
const form = 'application/x-www-form-urlencoded'

type Sent = { method?: string; path?: string; origin?: string; type?: string; headers?: Record<string, string> }

/** What becomes of it: the status it is refused with, or the headers that Remix gets to see. */
async function fateOf(
  { method = 'POST', path = '/inloggen', origin, type = form, headers = {} }: Sent,
  told: string[] = [],
) {
  const request = {
    method,
    path,
    headers: { 'content-type': type, ...(origin === undefined ? {} : { origin }), ...headers } as Record<
      string,
      string
    >,
  }
  return new Promise<number | Record<string, string>>((resolve, reject) => {
    const guard = guardForms(ours, async (_request, _response, status) => resolve(status))
    const response = { setHeader: (...header: [string, string]) => told.push(header.join(': ')) } as unknown as Answer
    guard(request as unknown as Request, response, (error?: unknown) =>
      error ? reject(error) : resolve(request.headers),
    )
  })
}

const passes = async (sent: Sent) => typeof (await fateOf(sent)) === 'object'

test('a form comes from a page of ours: the same scheme, host and port', async () => {
  expect(await passes({ origin: ours })).toBe(true)
  expect(await passes({ headers: { 'sec-fetch-site': 'same-origin' } }), 'some browsers send no origin').toBe(true)
  for (const origin of [
    'http://portaal.example',
    'https://portaal.example:8443',
    'https://www.portaal.example',
    'https://portaal.example.elders.example',
    'https://elders.example',
    'null',
    '',
  ])
    expect(await fateOf({ origin }), origin).toBe(403)
  for (const site of ['same-site', 'cross-site', 'none'])
    expect(await fateOf({ headers: { 'sec-fetch-site': site } }), site).toBe(403)
  expect(await fateOf({}), 'from nowhere').toBe(403)
  expect(await fateOf({ origin: 'https://elders.example', headers: { 'sec-fetch-site': 'same-origin' } })).toBe(403)
})

test('one address takes a form from elsewhere, and what that says of its origin is not passed on', async () => {
  for (const origin of [undefined, 'null', 'https://mail.example'])
    expect(await fateOf({ path: '/afmelden/Ab3-_x', ...(origin ? { origin } : {}) })).not.toHaveProperty('origin')
  for (const path of ['/afmelden', '/afmelden/', '/afmelden/x/', '/afmelden/x/y', '/afmelden/x.data', '/x/afmelden/y'])
    expect(await fateOf({ path }), path).toBe(403)
  expect(await fateOf({ path: '/afmelden/x', type: 'application/json' }), 'and only a form').toBe(415)
})

test('it is a form, it is small, and how big is known before the first byte is read', async () => {
  for (const type of [form, `${form}; charset=utf-8`, 'multipart/form-data; boundary=a', form.toUpperCase()])
    expect(await passes({ origin: ours, type }), type).toBe(true)
  for (const type of ['application/json', 'text/plain', '', `text/plain; ${form}`, `${form}s`])
    expect(await fateOf({ origin: ours, type }), type).toBe(415)
  const long = (bytes: number) => fateOf({ origin: ours, headers: { 'content-length': String(bytes) } })
  expect(typeof (await long(262_144))).toBe('object')
  expect(await long(262_145)).toBe(413)
  expect(await fateOf({ origin: ours, headers: { 'transfer-encoding': 'chunked' } })).toBe(411)
})

test('reading is free; nothing of ours is put, deleted or traced, whoever asks', async () => {
  for (const method of ['GET', 'HEAD']) expect(await passes({ method }), method).toBe(true)
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
    expect(await fateOf({ method, origin: ours }), method).toBe(405)
  const told = async (sent: Sent, headers: string[] = []) => fateOf(sent, headers).then(() => headers)
  expect(await told({ method: 'PUT', origin: ours }), 'RFC 9110 §15.5.6').toEqual(['allow: GET, HEAD, POST'])
  expect(await told({ origin: 'https://elders.example' })).toEqual([])
})

test('what a proxy makes of the host does not matter: Remix is told our own', async () => {
  const headers = { host: 'binnen.example:3000', 'x-forwarded-host': 'elders.example' }
  for (const method of ['GET', 'POST']) {
    const seen = await fateOf({ method, origin: ours, headers })
    expect(seen).toMatchObject({ host: 'portaal.example' })
    expect(seen).not.toHaveProperty('x-forwarded-host')
  }
})
