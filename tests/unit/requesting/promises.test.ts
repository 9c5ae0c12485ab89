import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { readQueueFilter } from '#app/domain/requesting/queue-views.ts'
import { reactionDeadline } from '#app/domain/requesting/reaction-deadline.ts'
import { requestReference } from '#app/domain/requesting/reference.ts'
import { councilsTakingPart } from '#app/domain/requesting/taking-part.ts'
import { waitingWords } from '#app/domain/requesting/waiting-words.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('a promise in working days skips weekends and holidays', () => {
  expect(String(reactionDeadline(day('2026-11-23'), 5, []))).toBe('2026-11-30')
  expect(String(reactionDeadline(day('2026-12-23'), 2, [day('2026-12-25')]))).toBe('2026-12-28')
  expect(String(reactionDeadline(day('2026-11-28'), 1, []))).toBe('2026-11-30')
})

test('and never falls on a day on which nobody works', () => {
  const days = fc.integer({ min: 0, max: 3000 }).map((offset) => day('2026-01-01').add({ days: offset }))
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 20 }),
      fc.array(days, { maxLength: 20 }),
      (asked, workdays, holidays) => {
        const until = reactionDeadline(asked, workdays, holidays)
        expect(until.dayOfWeek).toBeLessThanOrEqual(5)
        expect(holidays.some((holiday) => holiday.equals(until))).toBe(false)
        expect(asked.until(until).days).toBeGreaterThanOrEqual(workdays)
      },
    ),
  )
})

test('the number has four digits or more', () => {
  expect(requestReference(2026, 1)).toBe('RB-2026-0001')
  expect(requestReference(2026, 12_345)).toBe('RB-2026-12345')
})

test('who takes part: alone, a region, or councils one by one, each once', () => {
  const councils = [
    { councilId: 'a', regionIds: ['x'] },
    { councilId: 'b', regionIds: ['x'] },
    { councilId: 'c', regionIds: ['y'] },
  ]
  const taking = (audience: 'council' | 'region' | 'councils') =>
    councilsTakingPart({ audience, regionId: 'x', coCouncilIds: ['c', 'a'] }, 'a', councils)
  expect(taking('council')).toEqual(['a'])
  expect(taking('region')).toEqual(['a', 'b'])
  expect(taking('councils')).toEqual(['a', 'c'])
})

test('nonsense in the address of the queue counts as not chosen', () => {
  const choice = (query: string) => readQueueFilter(new URLSearchParams(query))
  expect(choice('lijst=__proto__&bladzijde=-3')).toMatchObject({ view: 'open', page: 1, onlyDosMissing: false })
  expect(choice('lijst=nieuw&regio=leidse-regio&dos=ontbreekt&van=mij&bladzijde=2')).toEqual({
    view: 'nieuw',
    regionId: 'leidse-regio',
    onlyDosMissing: true,
    onlyMine: true,
    page: 2,
  })
})

test('waiting in words', () => {
  const now = Temporal.Instant.from('2026-11-23T12:00:00Z')
  const waited = (hours: number) => waitingWords(now.subtract({ hours }), now)
  expect([waited(0), waited(3), waited(30), waited(100)]).toEqual(['nu net', '3 uur', '1 dag', '4 dagen'])
})
