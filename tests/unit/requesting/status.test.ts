import { expect, test } from '@playwright/test'
import { Refusal } from '#app/domain/refusal.ts'
import {
  mayTake,
  nextStepWords,
  type RequestStep,
  requestStatuses,
  statusAfter,
  statusWords,
  whoseTurn,
} from '#app/domain/requesting/status.ts'
import { timelineWords } from '#app/domain/requesting/timeline-words.ts'

const steps: RequestStep[] = [
  'confirmMailbox',
  'accept',
  'ask',
  'answer',
  'decline',
  'withdraw',
  'goOn',
  'answerForCouncil',
]

test('every step from every status: possible or refused in a sentence', () => {
  const possible = steps.map(
    (step) => `${step}: ${requestStatuses.filter((status) => mayTake(step, status)).join(' ')}`,
  )
  expect(possible).toEqual([
    'confirmMailbox: awaitingMailbox',
    'accept: submitted',
    'ask: submitted inTreatment',
    'answer: questionAsked',
    'decline: awaitingCoRequesters submitted inTreatment questionAsked proposalMade optioned',
    'withdraw: awaitingMailbox awaitingCoRequesters submitted inTreatment questionAsked proposalMade optioned confirmed',
    'goOn: awaitingCoRequesters',
    'answerForCouncil: awaitingCoRequesters submitted inTreatment questionAsked',
  ])
  expect(statusAfter('accept', 'submitted')).toBe('inTreatment')
  expect(() => statusAfter('accept', 'withdrawn')).toThrow(Refusal)
})

test('nobody is to act on what is over, and somebody on everything else', () => {
  const over = requestStatuses.filter((status) => whoseTurn(status) === 'nobody')
  expect(over).toEqual(['completed', 'bundled', 'split', 'declined', 'withdrawn'])
  for (const status of over) expect(steps.filter((step) => mayTake(step, status))).toEqual([])
})

test('people read words, never codes', () => {
  for (const text of [...Object.values(statusWords), ...Object.values(nextStepWords), ...Object.values(timelineWords)])
    expect(text).not.toMatch(/[a-z][A-Z]|[_{}]/)
})
