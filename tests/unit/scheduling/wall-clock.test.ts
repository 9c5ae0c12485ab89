import { expect, test } from '@playwright/test'
import { readEvening, wallClockOf } from '#app/domain/scheduling/wall-clock.ts'

const read = (date: string, startTime: string, endTime: string) =>
  readEvening(Temporal.PlainDate.from(date), Temporal.PlainTime.from(startTime), Temporal.PlainTime.from(endTime))

const hours: [string, string, string, string, string][] = [
  ['winter', '2027-01-12', '19:30', '21:00', '2027-01-12T18:30:00Z'],
  ['summer', '2027-07-06', '19:30', '21:00', '2027-07-06T17:30:00Z'],
  ['the evening before the clock goes forward', '2027-03-27', '19:30', '21:00', '2027-03-27T18:30:00Z'],
  ['the evening after it went forward', '2027-03-28', '19:30', '21:00', '2027-03-28T17:30:00Z'],
  ['the evening before the clock goes back', '2027-10-30', '19:30', '21:00', '2027-10-30T17:30:00Z'],
  ['the evening after it went back', '2027-10-31', '19:30', '21:00', '2027-10-31T18:30:00Z'],
  ['an hour that comes twice is the first one', '2027-10-31', '02:30', '04:00', '2027-10-31T00:30:00Z'],
]

for (const [what, date, startTime, endTime, instant] of hours) {
  test(`${what}: the clock in Zuid-Holland decides`, () => {
    const evening = read(date, startTime, endTime)
    if (!evening.ok) throw new Error(evening.sentence)
    expect(evening.start.toString()).toBe(instant)
    expect(wallClockOf(evening.start, evening.end)).toEqual({
      date,
      startTime: startTime.replace(':', '.'),
      endTime: endTime.replace(':', '.'),
    })
  })
}

test('a time that never comes is refused at its field', () => {
  expect(read('2027-03-28', '02:30', '04:00')).toMatchObject({ ok: false, field: 'startTime' })
})

test('an evening ends after it begins', () => {
  expect(read('2027-01-12', '21:00', '19:30')).toMatchObject({ ok: false, field: 'endTime' })
  expect(read('2027-01-12', '19:30', '19:30')).toMatchObject({ ok: false, field: 'endTime' })
})
