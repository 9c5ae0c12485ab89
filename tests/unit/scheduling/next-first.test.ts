import { expect, test } from '@playwright/test'
import { nextFirst } from '#app/domain/scheduling/next-first.ts'

const now = Temporal.Instant.from('2026-11-26T12:00:00Z')

function anEvening(day: string) {
  const start = Temporal.Instant.from(`${day}T18:30:00Z`)
  return { day, start, end: start.add({ minutes: 90 }) }
}

test('what is still to come stands first, the nearest on top; what has been follows, the latest first', () => {
  const evenings = ['2027-01-21', '2026-09-16', '2027-01-06', '2026-11-04'].map(anEvening)
  expect(nextFirst(evenings, now).map(({ day }) => day)).toEqual([
    '2027-01-06',
    '2027-01-21',
    '2026-11-04',
    '2026-09-16',
  ])
})

test('an evening that is going on is still to come', () => {
  const tonight = anEvening('2026-11-26')
  const evenings = [anEvening('2026-11-25'), tonight]
  expect(nextFirst(evenings, tonight.start.add({ minutes: 10 }))[0]).toBe(tonight)
})
