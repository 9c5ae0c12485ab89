import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { formatDate, formatShortDate } from '#app/domain/calendar-text.ts'
import { readTypedDate } from '#app/domain/typed-date.ts'

function read(typed: string): string {
  const reading = readTypedDate(typed)
  return reading.ok ? reading.date.toString() : reading.sentence
}

for (const typed of [
  '12-1-2027',
  '12-01-2027',
  '12/1/27',
  '12/01/2027',
  '12.1.2027',
  '12 1 2027',
  '12 januari 2027',
  '12 Januari 2027',
  '12 jan 2027',
  '12 jan. 2027',
  '12-jan-2027',
  "12 jan '27",
  'di 12 jan 2027',
  'di. 12 jan. 2027',
  'dinsdag 12 januari 2027',
  'dinsdag, 12 januari 2027',
  '2027-01-12',
  '2027-1-12',
  '  12 januari   2027 ',
]) {
  test(`"${typed}" is 12 January 2027`, () => expect(read(typed)).toBe('2027-01-12'))
}

const EXAMPLE = 'Schrijf de datum bijvoorbeeld als 12 januari 2027.'

const REFUSED: [typed: string, sentence: string][] = [
  ['', `Vul een datum in. ${EXAMPLE}`],
  ['volgende week', `Wij kunnen deze datum niet lezen. ${EXAMPLE}`],
  ['12 foo 2027', `Wij kunnen deze datum niet lezen. ${EXAMPLE}`],
  ['xx 12 januari 2027', `Wij kunnen deze datum niet lezen. ${EXAMPLE}`],
  ['12 januari', `Schrijf ook het jaar erbij. ${EXAMPLE}`],
  ['31 februari 2027', 'De datum 31 februari 2027 bestaat niet. Kies een andere dag.'],
  ['29-2-2027', 'De datum 29 februari 2027 bestaat niet. Kies een andere dag.'],
  ['0-1-2027', 'De datum 0 januari 2027 bestaat niet. Kies een andere dag.'],
  ['1-13-2027', 'Maand 13 bestaat niet. Schrijf eerst de dag en dan de maand.'],
  ['ma 12 januari 2027', 'De datum 12 januari 2027 is een dinsdag, geen maandag. Controleer de datum.'],
]

for (const [typed, sentence] of REFUSED) {
  test(`"${typed}" is refused in a sentence`, () => expect(read(typed)).toBe(sentence))
}

test('months by name', () => {
  expect(read('1 mrt 2027')).toBe('2027-03-01')
  expect(read('1 maart 2027')).toBe('2027-03-01')
  expect(read('4 mei 2027')).toBe('2027-05-04')
  expect(read('29-2-2028')).toBe('2028-02-29')
})

test('every date we write we also read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_524 }), (days) => {
      const date = Temporal.PlainDate.from('2000-01-01').add({ days })
      for (const text of [
        formatDate(date),
        formatShortDate(date),
        date.toString(),
        `${date.day}-${date.month}-${date.year}`,
      ]) {
        expect(read(text)).toBe(date.toString())
      }
    }),
  )
})

test('any text gives a date or a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      expect(read(typed)).toMatch(/^(\d{4}-\d{2}-\d{2}|[A-Z].*\.)$/)
    }),
  )
})
