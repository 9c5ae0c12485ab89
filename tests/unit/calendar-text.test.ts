import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import {
  formatDate,
  formatMoment,
  formatSessionTime,
  formatShortDate,
  formatShortMoment,
  formatShortSessionTime,
  formatTime,
  instantInAmsterdam,
  isoWithOffset,
  monthName,
  weekdayName,
} from '#app/domain/calendar-text.ts'

const at = (text: string) => Temporal.Instant.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)

test('a session reads as one Dutch sentence part', () => {
  expect(formatSessionTime(at('2027-01-12T18:30Z'), at('2027-01-12T20:00Z'))).toBe(
    'dinsdag 12 januari 2027, 19.30 tot 21.00 uur',
  )
})

test('a session past midnight names both days', () => {
  expect(formatSessionTime(at('2027-01-12T22:00Z'), at('2027-01-12T23:30Z'))).toBe(
    'dinsdag 12 januari 2027, 23.00 uur tot woensdag 13 januari 2027, 00.30 uur',
  )
})

test('dates and moments', () => {
  expect(formatDate(day('2027-01-12'))).toBe('dinsdag 12 januari 2027')
  expect(formatDate(day('2027-03-01'))).toBe('maandag 1 maart 2027')
  expect(formatShortDate(day('2027-01-12'))).toBe('di 12 jan. 2027')
  expect(formatShortDate(day('2027-05-04'))).toBe('di 4 mei 2027')
  expect(formatTime(at('2027-01-12T08:05Z'))).toBe('09.05')
  expect(formatMoment(at('2026-11-23T19:45Z'))).toBe('maandag 23 november 2026, 20.45 uur')
  expect(formatShortMoment(at('2026-11-23T19:45Z'))).toBe('ma 23 nov. 2026, 20.45 uur')
  expect(formatShortSessionTime(at('2027-01-12T18:30Z'), at('2027-01-12T20:00Z'))).toBe(
    'di 12 jan. 2027, 19.30 tot 21.00 uur',
  )
  expect(isoWithOffset(at('2027-01-12T18:30Z'))).toBe('2027-01-12T19:30+01:00')
  expect(isoWithOffset(at('2027-07-06T17:30Z'))).toBe('2027-07-06T19:30+02:00')
})

test('every weekday and month has its name, and nothing else has', () => {
  const week = Array.from({ length: 7 }, (_, index) => formatDate(day('2026-11-23').add({ days: index })).split(' ')[0])
  expect(week).toEqual(['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'])
  expect(Array.from({ length: 12 }, (_, index) => monthName(index + 1)).join(' ')).toBe(
    'januari februari maart april mei juni juli augustus september oktober november december',
  )
  expect(() => weekdayName(0)).toThrow(RangeError)
  expect(() => weekdayName(8)).toThrow(RangeError)
})

test('the night the clock goes forward: 01.59 is followed by 03.00', () => {
  expect(formatMoment(at('2027-03-28T00:59Z'))).toBe('zondag 28 maart 2027, 01.59 uur')
  expect(formatMoment(at('2027-03-28T01:00Z'))).toBe('zondag 28 maart 2027, 03.00 uur')
  expect(isoWithOffset(at('2027-03-28T00:59Z'))).toBe('2027-03-28T01:59+01:00')
  expect(isoWithOffset(at('2027-03-28T01:00Z'))).toBe('2027-03-28T03:00+02:00')
  const skipped = instantInAmsterdam(day('2027-03-28'), Temporal.PlainTime.from('02:30'))
  expect(skipped.toString()).toBe('2027-03-28T01:30:00Z')
})

test('the night the clock goes back: the hour that comes twice is told apart', () => {
  expect(isoWithOffset(at('2027-10-31T00:30Z'))).toBe('2027-10-31T02:30+02:00')
  expect(isoWithOffset(at('2027-10-31T01:30Z'))).toBe('2027-10-31T02:30+01:00')
  expect(formatSessionTime(at('2027-10-31T00:30Z'), at('2027-10-31T01:30Z'))).toBe(
    'zondag 31 oktober 2027, 02.30 (zomertijd) tot 02.30 (wintertijd) uur',
  )
  const doubled = instantInAmsterdam(day('2027-10-31'), Temporal.PlainTime.from('02:30'))
  expect(doubled.toString()).toBe('2027-10-31T00:30:00Z')
})

test('evenings keep their hour on both sides of both changes', () => {
  for (const date of ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31']) {
    expect(formatTime(instantInAmsterdam(day(date), Temporal.PlainTime.from('19:30')))).toBe('19.30')
  }
})

for (const zone of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) {
  test(`the zone of the process does not matter: ${zone}`, () => {
    const script = `
      import { formatMoment, isoWithOffset } from '#app/domain/calendar-text.ts'
      const instant = Temporal.Instant.from('2027-10-31T01:30Z')
      console.log(formatMoment(instant) + ' ' + isoWithOffset(instant))`
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone, LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '' },
      encoding: 'utf8',
    })
    expect(output.trim()).toBe('zondag 31 oktober 2027, 02.30 uur 2027-10-31T02:30+01:00')
  })
}
