import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { newCalendarToken, newToken, personalToken } from '#app/domain/access/tokens.server.ts'
import { maskFor } from '#app/domain/inviting/masked-text.ts'

const site = { baseUrl: 'http://localhost:3000' }
const calendarToken = newCalendarToken()
const token = personalToken('x'.repeat(40), '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11', 1)
/** What hides the secrets of one person, and what hides those of anybody. */
const mask = maskFor(site, [token, calendarToken])
const maskUnknown = maskFor(site, [])

test('the link of every route that takes a secret is masked', () => {
  const routes = readdirSync(fileURLToPath(new URL('../../../app/routes', import.meta.url))).filter((file) =>
    /\$(token|key|sleutel|geheim)/.test(file),
  )
  expect(routes.length).toBeGreaterThan(5)
  for (const file of routes) {
    for (const secret of [newToken(), newToken().slice(0, 22), newCalendarToken()]) {
      const path = file
        .replace(/\.tsx?$/, '')
        .replace(/_(?=\.)/g, '')
        .replace(/\[\.\]/g, '…')
        .replaceAll('.', '/')
        .replaceAll('…', '.')
      const url = `${site.baseUrl}/${path.replace(/\$(token|key|sleutel|geheim)/, secret).replace('_index', '')}`
      if (/^[a-z]{1,14}$/.test(secret)) continue
      expect(maskUnknown(`Klik op ${url} vandaag`), file).not.toContain(secret)
      expect(maskUnknown(encodeURIComponent(url)), file).not.toContain(secret)
    }
  }
})

test('what is no secret stays', () => {
  for (const text of [
    'Zie http://localhost:3000/gemeenten/krimpen-aan-den-ijssel en http://localhost:3000/aanvraag/RB-2026-0007.',
    'Samenwerkingsovereenkomst woningbouwprogramma, dossier DOS-2026-0001081',
    'https://uitzending.example/leiderdorp?v=AbC123',
    '-----------------------------------------------------------',
    '<3f0d5a52.s0.invitation.8a3d5a52-6a0f-4a57-9b55-0a1f4a7f3c99@briefings.example.nl>',
  ])
    expect(mask(text)).toBe(text)
})

test('what only looks like a word or a reference in a link of ours is masked', () => {
  for (const part of ['RB-vraag', 'RB-2026-0007x', 'DOS-2026-Ab3', 'abcdefghijklmnop', 'leiden2', '2027-x'])
    expect(maskUnknown(`${site.baseUrl}/mijn/${part}`)).toBe(`${site.baseUrl}/mijn/••••••`)
  for (const sign of ['/', '?', '#', '%2F', '%2f', '%3F', '%23'])
    expect(maskUnknown(`${site.baseUrl}${sign}leiden2`), sign).not.toContain('leiden2')
})

test('a link of ours that a program broke in two is masked on both lines, whoever it is of', () => {
  const link = `${site.baseUrl}/mijn/${token}`
  for (const [end, start] of [
    ['\n', ''],
    ['\r\n', '> '],
    ['=\r\n', ''],
    ['\n', '> > | '],
  ])
    for (const at of [-40, -30, -22, -14]) {
      const shown = maskUnknown(`> ${link.slice(0, at)}${end}${start}${link.slice(at)}/bijeenkomst en verder`)
      expect(shown, `${at}`).not.toContain(token.slice(at))
      expect(shown).toContain('en verder')
    }
  expect(maskUnknown(`${site.baseUrl}/gemeenten/leiden\nTot ziens`)).toBe(`${site.baseUrl}/gemeenten/leiden\nTot ziens`)
  for (const plus of ['+', '%2B', '&#43;', '&#x2B;', '&plus;'])
    expect(maskUnknown(`rsvp${plus}${calendarToken}@briefings.example`)).not.toContain(calendarToken)
})

// A secret that a person can still read, or put together, is none.
test('a token is masked with spaces, HTML or numbers of letters in it, and whoever it is of', () => {
  const at = calendarToken.slice(8)
  const start = calendarToken.slice(0, 8)
  const number = at.codePointAt(0) ?? 0
  const unseen = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff']
  const spellings = [' ', ...unseen, '<wbr>', '<b>\n> </b>', '\n| ', '\n>> | '].map((between) => start + between + at)
  for (const code of [
    `&#${number};`,
    `&#x${number.toString(16)};`,
    `%${number.toString(16)}`,
    `=${number.toString(16)}`,
  ])
    spellings.push(start + code + at.slice(1))
  for (const spelling of spellings) expect(mask(`Antwoord aan ${spelling}.`)).toBe('Antwoord aan ••••••.')
  for (const between of [' ', '\u200b', '<wbr>', '=\r\n'])
    for (const plus of ['+', '=2B', ' + '])
      expect(maskUnknown(`rsvp${plus}${start}${between}${at}@briefings.example`)).not.toContain(at)
  // Without a digit only the sign after it tells that sixteen letters are one of ours.
  for (const sign of ['@', '%40', '=40', '&#64;'])
    for (const word of [calendarToken, 'abcdefghijklmnop'])
      expect(maskUnknown(`${word}${sign}briefings.example`)).toBe(`••••••${sign}briefings.example`)
  for (const box of ['RSVP+AAAA', 'Rsvp+aaaa']) expect(maskUnknown(`${box}@briefings.example`)).not.toMatch(/aaaa/i)
  expect(maskUnknown('code abcdefghij234567')).toBe('code ••••••')
  expect(maskUnknown('de verantwoordelijk wethouder')).toBe('de verantwoordelijk wethouder')
})

// Seen to take for ever with a gap that could be read in two ways.
test('no text takes long to mask', () => {
  const first = calendarToken.slice(0, 1)
  const long = [
    `${first} `.repeat(500_000),
    `${first}${'<'.repeat(80)}`.repeat(20_000),
    `rsvp${' '.repeat(1_000_000)}`,
    `${first}${'\n \n> '.repeat(12)}!`.repeat(20_000),
    `rsvp${'\n \n> '.repeat(12)}!`.repeat(20_000),
  ]
  const started = performance.now()
  for (const text of long) mask(text)
  expect(performance.now() - started).toBeLessThan(5_000)
})
