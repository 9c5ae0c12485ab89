import { expect, test } from '@playwright/test'
import { standingWords } from '#app/domain/attending/registration.ts'

// Seen to fail: the register said "heeft een plaats" beside a no, while that place was free for somebody else.
test('who says no has no place any more, in words', () => {
  expect(standingWords({ place: 'seat', answer: 'no' })).toBe('plaats vrijgegeven')
  for (const answer of ['none', 'yes', 'maybe'] as const)
    expect(standingWords({ place: 'seat', answer })).toBe('heeft een plaats')
  expect(standingWords({ place: 'waiting', answer: 'no' })).toBe('wachtlijst')
  expect(standingWords({ place: 'missed', answer: 'no' })).toBe('niet geweest')
})
