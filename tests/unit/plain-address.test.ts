import type { IncomingMessage } from 'node:http'
import { expect, test } from '@playwright/test'
import { mayBeKept } from '#app/web/kept-pages.server.ts'
import { isPlainAddress } from '#app/web/plain-address.ts'

test('an address with a NUL, another host or the old way to ask for data is none of ours', () => {
  for (const url of ['/', '/account', '/beheer/post?zoek=_data', '/account.data?_routes=routes%2Faccount'])
    expect(isPlainAddress(url), url).toBe(true)
  for (const url of ['/a%00', 'http://elders.example/', '*', '/account?_data=x', '/?a=b&%5Fdata=', '/?_data'])
    expect(isPlainAddress(url), url).toBe(false)
})

// Seen to fail: five hundred spellings of one address put every other page out of the memory.
test('of a public page one spelling is kept', () => {
  const isKept = (url: string, headers = {}, method = 'GET') =>
    mayBeKept({ url, headers, method } as unknown as IncomingMessage)
  for (const url of ['/', '/gemeenten', '/gemeenten/s-gravenhage', '/sitemap.xml', '/.well-known/security.txt'])
    expect(isKept(url), url).toBe(true)
  for (const url of [
    '/GEMEENTEN',
    '/gemeenten/',
    '//gemeenten',
    '/gemeenten//leiden',
    '/x/../gemeenten',
    '/./gemeenten',
    '/gemeenten/.',
    '/%67emeenten',
    '/gemeenten?x',
    '/gemeenten;x',
  ])
    expect(isKept(url), url).toBe(false)
  expect(isKept('/', {}, 'HEAD')).toBe(true)
  expect(isKept('/', { cookie: 'a=b' })).toBe(false)
  expect(isKept('/', {}, 'POST')).toBe(false)
})
