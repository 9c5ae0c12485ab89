import { expect, test } from '@playwright/test'
import { preselectedAnswer, whyNotApplied } from '#app/domain/inviting/answer.ts'

const at = (text: string) => Temporal.Instant.from(`2027-01-12T${text}:00Z`)

test('the latest answer wins, unless it answers the time from before the move', () => {
  const version = { rsvpEpoch: 2 }
  const last = { answeredSequence: 2, answeredAt: at('10:00') }
  expect(whyNotApplied({ answeredSequence: 2, answeredAt: at('11:00') }, version, last)).toBe(undefined)
  expect(whyNotApplied({ answeredSequence: 3, answeredAt: at('10:00') }, version, last)).toBe(undefined)
  expect(whyNotApplied({ answeredSequence: 2, answeredAt: at('09:00') }, version, last)).toBe('olderThanLast')
  expect(whyNotApplied({ answeredSequence: 1, answeredAt: at('12:00') }, version, last)).toBe('earlierVersion')
  expect(whyNotApplied({ answeredSequence: 1, answeredAt: at('12:00') }, version, undefined)).toBe('earlierVersion')
})

test('a link only ticks an answer it knows', () => {
  expect(['ja', 'misschien', 'nee', 'JA', 'yes', null].map(preselectedAnswer)).toEqual([
    'yes',
    'maybe',
    'no',
    undefined,
    undefined,
    undefined,
  ])
})
