import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import type { Request } from 'express'
import type { WebContext } from '#app/context.server.ts'
import { keepPublicPages } from '#app/web/keep-public-pages.server.ts'
import { KeptPages } from '#app/web/kept-pages.server.ts'
import { strictPolicy } from '#app/web/security-policy.ts'

type Asked = { method?: string; url?: string; headers?: Record<string, string> }
type Answered = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

const asked = ({ method = 'GET', url = '/gemeenten', headers = {} }: Asked = {}) => ({
  method,
  url,
  path: url.split('?')[0],
  headers,
})

/** As much of Express's answer as pages are written with. */
function anAnswer() {
  const answer: Answered = { status: 200, headers: {}, body: Buffer.alloc(0) }
  let isEnded = () => {}
  const ended = new Promise<void>((resolve) => {
    isEnded = resolve
  })
  const end = (body: Buffer | string = '') => {
    answer.body = Buffer.from(body)
    isEnded()
  }
  const response = {
    status: (status: number) => {
      answer.status = status
      return response
    },
    append: (name: string, value: string) => {
      answer.headers[name] = value
    },
    getHeaders: () => answer.headers,
    writeHead: (status: number, headers: OutgoingHttpHeaders) => {
      Object.assign(answer, { status, headers })
      return response
    },
    send: end,
    end,
  }
  return { answer, ended, response: response as unknown as ServerResponse }
}

async function keeping(html = 'bladzij') {
  const pages = new KeptPages()
  pages.isListening = true
  await pages.keep('/gemeenten', pages.generation, { 'cache-control': 'public, no-cache' }, html)
  const serve = (of?: Asked): Answered | undefined => {
    const { answer, response } = anAnswer()
    return pages.serve(asked(of) as unknown as IncomingMessage, response) ? answer : undefined
  }
  return { pages, serve }
}

test('a kept page is served in the best encoding that is not refused, each with its own tag', async () => {
  const { serve } = await keeping('één bladzij')
  const as = (encoding: string) => serve({ headers: { 'accept-encoding': encoding } })
  const [br, gzip, plain] = [as('gzip, br'), as('br;q=0, gzip'), as('identity')]
  expect([br, gzip, plain].map((each) => each?.headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
  expect(brotliDecompressSync(br?.body ?? '').toString()).toBe('één bladzij')
  expect(gunzipSync(gzip?.body ?? '').toString()).toBe('één bladzij')
  expect(plain?.body.toString()).toBe('één bladzij')
  const tags = [br, gzip, plain].map((each) => String(each?.headers.etag))
  expect(new Set(tags).size).toBe(3)
  for (const each of [br, gzip, plain]) {
    expect(each?.headers).toMatchObject({ vary: 'Accept-Encoding, Cookie', 'cache-control': 'public, no-cache' })
    expect(each?.headers['content-length']).toBe(each?.body.length)
  }
})

test('who has it already hears so, without a body; HEAD has the length and no body', async () => {
  const { pages, serve } = await keeping()
  const { etag } = serve()?.headers ?? {}
  const unchanged = serve({ headers: { 'if-none-match': `"x", ${etag}` } })
  expect([unchanged?.status, unchanged?.body.length]).toEqual([304, 0])
  expect(unchanged?.headers).not.toHaveProperty('content-length')
  expect(serve({ headers: { 'if-none-match': '"x"' } })?.status).toBe(200)
  const head = serve({ method: 'HEAD' })
  expect([head?.status, head?.headers['content-length'], head?.body.length]).toEqual([200, 'bladzij'.length, 0])
  await pages.keep('/gemeenten', pages.generation, {}, 'anders')
  expect(serve({ headers: { 'if-none-match': String(etag) } })?.body.toString(), 'who has the old page').toBe('anders')
})

test('whoever has a cookie, a query or another wish than to read gets no kept page', async () => {
  const { serve } = await keeping()
  expect(serve()?.body.toString()).toBe('bladzij')
  for (const other of [{ headers: { cookie: 'wie=ik' } }, { headers: { cookie: '' } }, { url: '/gemeenten?' }])
    expect(serve(other), JSON.stringify(other)).toBeUndefined()
  for (const method of ['POST', 'OPTIONS', 'DELETE']) expect(serve({ method }), method).toBeUndefined()
  expect(serve({ url: '/onderwerpen' })).toBeUndefined()
})

test('any change ends it; what was begun before a change, or while changes cannot be heard, is not kept', async () => {
  const { pages, serve } = await keeping()
  const before = pages.generation
  pages.forget()
  expect(serve()).toBeUndefined()
  await pages.keep('/gemeenten', before, {}, 'oud')
  expect(serve()).toBeUndefined()
  await pages.keep('/gemeenten', pages.generation, {}, 'nieuw')
  expect(serve()?.body.toString()).toBe('nieuw')
  pages.isListening = false
  expect(serve()).toBeUndefined()
  await pages.keep('/onderwerpen', pages.generation, {}, 'doof')
  pages.isListening = true
  expect(serve({ url: '/onderwerpen' })).toBeUndefined()
})

test('five minutes at most, and four hundred pages', async () => {
  const { pages, serve } = await keeping()
  const real = performance.now
  try {
    const after = (minutes: number) => {
      performance.now = () => real.call(performance) + minutes * 60_000
      return serve()?.status
    }
    expect([after(4.9), after(5.1)]).toEqual([200, undefined])
  } finally {
    performance.now = real
  }
  expect(serve()?.status).toBe(200)
  for (let count = 0; count < 400; count++) await pages.keep(`/${count}`, pages.generation, {}, 'a')
  expect([serve(), serve({ url: '/0' })?.status, serve({ url: '/399' })?.status]).toEqual([undefined, 200, 200])
})

/** Asks twice. Gives both answers, or "elsewhere", how often a page was made, and what its maker saw of the visitor. */
async function visitTwice(page: () => Response, of: Asked = {}, isListening = true) {
  const pages = new KeptPages()
  pages.isListening = isListening
  const seen: string[] = []
  const make = async (request: globalThis.Request) => {
    seen.push(`${request.url} ${JSON.stringify([...request.headers])}`)
    return page()
  }
  const visitor = keepPublicPages(
    () => make,
    'http://proef.example',
    pages,
    () => ({}) as WebContext,
  )
  const visit = async () => {
    const { answer, ended, response } = anAnswer()
    const request = asked(of) as unknown as Request
    if (pages.serve(request, response)) return answer
    const elsewhere = new Promise<'elsewhere'>((resolve) =>
      visitor(request, response as never, () => resolve('elsewhere')),
    )
    return Promise.race([elsewhere, ended.then(() => answer)])
  }
  return { first: await visit(), second: await visit(), seen }
}

const forEverybody = { 'cache-control': 'public, no-cache' }

test('a page for everybody is made once, of its address alone, and leaves with our strictest policy', async () => {
  const headers = { 'accept-language': 'de', 'x-forwarded-for': '192.0.2.7', 'user-agent': 'proef' }
  const page = () => new Response('bladzij', { headers: forEverybody })
  const { first, second, seen } = await visitTwice(page, { headers })
  expect(seen).toEqual(['http://proef.example/gemeenten [["accept","text/html"]]'])
  expect(second).toEqual(first)
  expect(second).toMatchObject({ status: 200, headers: { 'content-security-policy': strictPolicy } })
  const own = "default-src 'none'"
  const strict = await visitTwice(
    () => new Response('a', { headers: { ...forEverybody, 'content-security-policy': own } }),
  )
  expect(strict.second).toMatchObject({ headers: { 'content-security-policy': own } })
})

test('keep what is private: an answer for one, a mistake, a calendar and the answer to a cookie are made each time', async () => {
  const publicly = () => new Response('bladzij', { headers: forEverybody })
  for (const page of [
    () => new Response('bladzij', { headers: { 'cache-control': 'no-store' } }),
    () => new Response('bladzij', { headers: { 'cache-control': 'private, max-age=60' } }),
    () => new Response('bladzij'),
    () => new Response('niet gevonden', { status: 404, headers: forEverybody }),
    () => new Response('fout', { status: 500, headers: forEverybody }),
  ])
    expect((await visitTwice(page)).seen).toHaveLength(2)
  expect((await visitTwice(publicly, {}, false)).seen, 'nobody hears of changes').toEqual([])
  for (const other of [
    { headers: { cookie: 'wie=ik' } },
    { url: '/gemeenten?a' },
    { url: '/agenda.ics' },
    { url: '/gemeenten.data' },
    { method: 'POST' },
  ])
    expect(await visitTwice(publicly, other)).toEqual({ first: 'elsewhere', second: 'elsewhere', seen: [] })
})
