import { request as rawRequest } from 'node:http'
import { type App, expect, startApp, test } from '#tests/support/app.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { cookieOf } from '#tests/support/sign-in.ts'

const secret = 'GEHEIMZINNIG'

type Broken = { what: string; status: number; headers: Record<string, string>; body: string }

const part = (boundary: string, end: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="remarks"\r\n\r\n${secret}${end}`

/** Bodies that no form of ours ever sends. */
const broken: Broken[] = [
  {
    what: 'multipart without a boundary',
    status: 400,
    headers: { 'content-type': 'multipart/form-data' },
    body: part('grens', '\r\n--grens--\r\n'),
  },
  {
    what: 'multipart that is cut off',
    status: 400,
    headers: { 'content-type': 'multipart/form-data; boundary=grens' },
    body: part('grens', ''),
  },
  {
    what: 'multipart with another boundary',
    status: 400,
    headers: { 'content-type': 'multipart/form-data; boundary=elders' },
    body: part('grens', '\r\n--grens--\r\n'),
  },
  {
    what: 'too much',
    status: 413,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `remarks=${secret.padEnd(300_000, 'a')}`,
  },
  {
    what: 'a list of ten million rows',
    status: 400,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `remarks%5B9999999%5D=${secret}`,
  },
  {
    what: 'a NUL',
    status: 400,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `address=a%00b%40proef.example&remarks=${secret}`,
  },
  {
    what: 'an order that is no order',
    status: 400,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `__intent__=%7B${secret}`,
  },
  {
    what: 'what every object inherits',
    status: 400,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `__proto__=${secret}`,
  },
  { what: 'no form', status: 415, headers: { 'content-type': 'application/json' }, body: `{"a":"${secret}"}` },
]

function send(app: App, path: string, { headers, body }: Broken, cookie: string) {
  const length = String(Buffer.byteLength(body))
  return new Promise<{ status: number; text: string; type: string }>((resolve, reject) => {
    const all = { origin: app.baseUrl, cookie, 'content-length': length, ...headers }
    const sent = rawRequest(app.baseUrl + path, { method: 'POST', headers: all })
    sent.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, text, type: response.headers['content-type'] ?? '' }),
      )
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

test('a form that cannot be read is refused in the house style on every route, and nothing of it is logged', async () => {
  test.setTimeout(180_000)
  const app = await startApp({ LOG_LEVEL: 'info' })
  const clerk = await aPerson(app.db, [{ role: 'deputyClerk', councilId: await councilOf(app.db, 'leiderdorp') }])
  const planner = await aPerson(app.db, [{ role: 'planner' }])
  const { reference } = await app.db
    .selectFrom('briefing_request')
    .select('reference')
    .where('status', '=', 'submitted')
    .executeTakeFirstOrThrow()
  const places = [
    ['/inloggen', ''],
    ['/aanvragen?gemeente=leiderdorp', ''],
    ['/aanvragen?gemeente=leiderdorp', await cookieOf(app.db, clerk.personId)],
    [`/beheer/aanvraag/${reference}/vraag`, await cookieOf(app.db, planner.personId)],
    ['/beheer/sprekers/nieuw', await cookieOf(app.db, planner.personId)],
  ] as const
  for (const [path, cookie] of places)
    for (const each of broken) {
      const { status, text, type } = await send(app, path, each, cookie)
      expect(status, `${path}: ${each.what}`).toBe(each.status)
      expect(type, `${path}: ${each.what}`).toContain('text/html')
      expect(text, `${path}: ${each.what}`).toContain('Er is niets opgeslagen.')
      expect(text).toContain('<link rel="stylesheet"')
      expect(text).not.toContain(secret)
    }
  const whole = {
    what: 'a file where a text belongs',
    status: 400,
    headers: { 'content-type': 'multipart/form-data; boundary=grens' },
    body: `--grens\r\nContent-Disposition: form-data; name="address"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${secret}\r\n--grens--\r\n`,
  }
  expect((await send(app, '/inloggen', whole, '')).status).toBe(400)
  const crooked = {
    ...whole,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'dates%5B0%5D.x=1',
  }
  expect((await send(app, '/aanvragen?gemeente=leiderdorp', crooked, '')).status).toBe(400)
  for (const crookedly of ['regionId.x=1', 'intent=save&dates.x=1', 'intent=update&remarks.x=1'])
    expect((await send(app, '/aanvragen?gemeente=leiderdorp', { ...crooked, body: crookedly }, '')).status).toBe(400)
  const { id } = await app.db
    .selectFrom('briefing_session')
    .select('id')
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow()
  const editing = `/beheer/sessies/${id}/bewerken`
  const update = encodeURIComponent('{"type":"update","payload":{"name":"programme","value":"abc"}}')
  for (const body of [
    'programme=abc',
    'programme.x=1',
    'step=terug&programme=abc',
    'title.x=1',
    `__intent__=${update}`,
  ]) {
    const { status, text } = await send(app, editing, { ...crooked, body }, await cookieOf(app.db, planner.personId))
    expect(status, body).toBe(400)
    expect(text, body).toContain('Er is niets opgeslagen.')
  }
  for (const path of ['/gemeenten/a%00b', '/bijeenkomst/%00', '/onderwerpen/%00', '/?zoek=%00', '/aanvraag/%00']) {
    const headers = { cookie: await cookieOf(app.db, clerk.personId) }
    const answer = await fetch(app.baseUrl + path, { headers, redirect: 'manual' })
    expect(answer.status, path).toBe(404)
    expect(await answer.text(), path).toContain('<link rel="stylesheet"')
  }
  expect(app.portal.output()).not.toContain(secret)
  expect(app.portal.output(), 'nothing of it is a mistake of ours').not.toContain('"level":50')
  await app.stop()
})
