import { expect, test } from '@playwright/test'
import { newsSince, nextAfterDoubt, nextAttempt } from '#app/domain/inviting/retry-table.ts'

const posted = Temporal.Instant.from('2026-11-24T09:00:00Z')

/** Minutes after posting at which a mail that is refused each time for now is tried, the first attempt included. */
function attemptsOf(sessionStart: Temporal.Instant | undefined): number[] {
  const moments = [posted]
  for (;;) {
    const last = moments.at(-1) ?? posted
    const next = nextAttempt({ attempts: moments.length, createdAt: posted, sessionStart }, last)
    if (next === undefined) return moments.map((moment) => moment.since(posted).total('minutes'))
    moments.push(next)
  }
}

test('1, 5, 15 minutes, 1, 3, 6 hours and every six from then on, for two days', () => {
  const first = [0, 1, 6, 21, 81, 261, 621]
  const everySixHours = Array.from({ length: 6 }, (_, at) => 621 + 360 * (at + 1))
  expect(attemptsOf(undefined)).toEqual([...first, ...everySixHours])
})

test('never after the evening began, which may be sooner', () => {
  expect(attemptsOf(posted.add({ minutes: 100 }))).toEqual([0, 1, 6, 21, 81])
  expect(attemptsOf(posted.add({ minutes: 81 }))).toEqual([0, 1, 6, 21])
  expect(attemptsOf(posted.add({ hours: 24 * 30 })).at(-1)).toBe(attemptsOf(undefined).at(-1))
})

test('two days after posting it is no longer news: not tried then, and not a second later', () => {
  const end = posted.add({ hours: 48 })
  const tried = (now: Temporal.Instant) =>
    nextAttempt({ attempts: 1, createdAt: posted, sessionStart: undefined }, now)?.toString()
  expect(tried(end.subtract({ seconds: 61 }))).toBe(end.subtract({ seconds: 1 }).toString())
  expect(tried(end.subtract({ seconds: 60 }))).toBeUndefined()
  expect(newsSince(end).toString()).toBe(posted.toString())
})

test('what may have arrived goes again twice, each time after the wait', () => {
  const wait = Temporal.Duration.from({ minutes: 10 })
  expect([1, 2, 3].map((doubts) => nextAfterDoubt(doubts, wait, posted)?.toString())).toEqual([
    '2026-11-24T09:10:00Z',
    '2026-11-24T09:10:00Z',
    undefined,
  ])
})
