import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { localPath } from '#app/domain/access/local-path.ts'

test('a path of our own stays, with its question', () => {
  expect(localPath('/aanvragen/RB-2026-0001?tab=tijdlijn')).toBe('/aanvragen/RB-2026-0001?tab=tijdlijn')
  expect(localPath('/uitleg/inloggen'), 'about signing in is not signing in').toBe('/uitleg/inloggen')
  const longest = `/${'a'.repeat(499)}`
  expect([localPath(longest), localPath(`${longest}a`)]).toEqual([longest, undefined])
})

for (const elsewhere of [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/griffie/..//evil.example',
  '/%2e%2e//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  'griffie',
  '',
  '/inloggen',
  '/inloggen/abc',
  '/uitloggen',
  `/${'a'.repeat(600)}`,
]) {
  test(`${JSON.stringify(elsewhere).slice(0, 40)} leads nowhere`, () => {
    expect(localPath(elsewhere)).toBeUndefined()
  })
}

test('whatever comes out leads a browser to our own site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    '@',
    ':',
    '?',
    '#',
    '\t',
    '\n',
    'evil.example',
    'griffie',
    'é',
    '[',
    '%',
    '\ud800',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(`/${pieces.join('')}`)
      if (path === undefined) return
      expect(new URL(path, 'https://portaal.example/inloggen').origin).toBe('https://portaal.example')
      expect(path).toMatch(/^\/(?![/\\])/)
    }),
    { numRuns: 5000 },
  )
})
