import { expect, test } from '@playwright/test'
import { councilsOf, joinNames, officesOf } from '#app/domain/catalogue/join-names.ts'
import { councilAnswered } from '#emails/requesting/council-answered.ts'
import { aBriefing, everyMail } from '#emails/samples/every-mail.ts'

test('one name, two or more stand in a sentence with the word that fits them', () => {
  expect(joinNames(['Leiden', 'Leiderdorp', 'Oegstgeest'])).toBe('Leiden, Leiderdorp en Oegstgeest')
  expect(councilsOf(['Leiden'])).toBe('de raad van Leiden')
  expect(councilsOf(['Leiden', 'Oegstgeest'])).toBe('de raden van Leiden en Oegstgeest')
  expect(officesOf(['Leiden'])).toBe('de griffie van Leiden')
  expect(officesOf(['Leiden', 'Oegstgeest'])).toBe('de griffies van Leiden en Oegstgeest')
})

/** "De raad van Leiden en Oegstgeest", as if two councils were one. */
const severalAsOne = /\b(raad|griffie) van (\p{Lu}[\p{L}-]+, )*\p{Lu}[\p{L}-]+ en \p{Lu}/u

test('no mail speaks of several raden or griffies as of one', () => {
  for (const [name, { text }] of Object.entries(everyMail)) expect(text, name).not.toMatch(severalAsOne)
  expect('De griffie van Leiden, Alphen en Oegstgeest').toMatch(severalAsOne)
  const answered = councilAnswered({
    name: 'Kim Bedacht',
    briefing: aBriefing,
    municipality: 'Oegstgeest',
    joins: true,
    remark: '',
    next: {
      kind: 'waits',
      silent: [],
      unreachable: ['Leiden', 'Zoeterwoude'],
      until: Temporal.PlainDate.from('2026-12-09'),
    },
    statusUrl: 'https://raadsbriefing.example/aanvraag/RB-2026-0007',
  })
  expect(answered.text).toContain('De griffies van Leiden en Zoeterwoude kennen wij nog niet.')
  const several = Object.values(everyMail).filter(({ text }) => /(raden|griffies) van \p{Lu}/u.test(text))
  expect(several.length).toBeGreaterThan(3)
})
