import { expect, test } from '@playwright/test'
import { answerCounts } from '#app/domain/attending/answer-counts.ts'

test('who waits for a seat is counted as that, unless she no longer wants one', () => {
  expect(
    answerCounts([
      { place: 'seat', answer: 'yes', people: 2 },
      { place: 'seat', answer: 'maybe' },
      { place: 'attended', answer: 'none' },
      { place: 'waiting', answer: 'yes' },
      { place: 'waiting', answer: 'none', people: 3 },
      { place: 'waiting', answer: 'no' },
      { place: 'seat', answer: 'no' },
    ]),
  ).toEqual({ yes: 2, maybe: 1, no: 2, silent: 1, waiting: 4 })
})
