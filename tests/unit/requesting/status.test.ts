import { expect, test } from '@playwright/test'
import { Refusal } from '#app/domain/refusal.ts'
import { type RequestingCouncil, silentCouncils } from '#app/domain/requesting/briefing-request.ts'
import { queueViews } from '#app/domain/requesting/queue-views.ts'
import {
  mayTake,
  nextStepWords,
  type RequestStatus,
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
  'propose',
  'choose',
  'withdrawProposal',
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
    'propose: inTreatment',
    'choose: proposalMade',
    'withdrawProposal: proposalMade',
    'decline: awaitingCoRequesters submitted inTreatment questionAsked proposalMade optioned',
    'withdraw: awaitingMailbox awaitingCoRequesters submitted inTreatment questionAsked proposalMade optioned confirmed',
    'goOn: awaitingCoRequesters',
    'answerForCouncil: awaitingCoRequesters submitted inTreatment questionAsked proposalMade',
  ])
  expect(() => statusAfter('accept', 'withdrawn')).toThrow(Refusal)
})

test('where each step that leads to one place leads', () => {
  expect(statusAfter('goOn', 'awaitingCoRequesters')).toBe('submitted')
  expect(statusAfter('accept', 'submitted')).toBe('inTreatment')
  expect(statusAfter('ask', 'inTreatment')).toBe('questionAsked')
  expect(statusAfter('propose', 'inTreatment')).toBe('proposalMade')
  expect(statusAfter('choose', 'proposalMade')).toBe('inTreatment')
  expect(statusAfter('withdrawProposal', 'proposalMade')).toBe('inTreatment')
  expect(statusAfter('decline', 'optioned')).toBe('declined')
  expect(statusAfter('withdraw', 'confirmed')).toBe('withdrawn')
})

test('nobody is to act on what is over, and somebody on everything else', () => {
  const over = requestStatuses.filter((status) => whoseTurn(status) === 'nobody')
  expect(over).toEqual(['completed', 'bundled', 'split', 'declined', 'withdrawn'])
  for (const status of over) expect(steps.filter((step) => mayTake(step, status))).toEqual([])
})

test('whose turn it is, for every status', () => {
  const byTurn = Object.groupBy(requestStatuses, whoseTurn)
  expect(byTurn).toEqual({
    requester: ['awaitingMailbox', 'questionAsked', 'proposalMade', 'optioned'],
    coRequesters: ['awaitingCoRequesters'],
    province: ['submitted', 'inTreatment', 'confirmed', 'held'],
    nobody: ['completed', 'bundled', 'split', 'declined', 'withdrawn'],
  })
})

test('silence is neither yes nor no, and the council that asked is not asked', () => {
  const council = (councilId: string, isLead: boolean, state: 'invited' | 'joined' | 'declined') =>
    ({ councilId, isLead, state }) as RequestingCouncil
  const councils = [
    council('lead', true, 'invited'),
    council('silent', false, 'invited'),
    council('yes', false, 'joined'),
    council('no', false, 'declined'),
  ]
  expect(silentCouncils({ councils }).map(({ councilId }) => councilId)).toEqual(['silent'])
})

test('every request stands in one of the lists of staff besides “alles”, and in the list of whose turn it is', () => {
  const { open, onbevestigd, gepland, klaar, alles } = queueViews
  const apart = [open, onbevestigd, gepland, klaar].flatMap(({ statuses }): RequestStatus[] => [...statuses])
  expect(apart.toSorted()).toEqual(requestStatuses.toSorted())
  expect(alles.statuses).toEqual(requestStatuses)
  for (const status of open.statuses)
    expect(queueViews[whoseTurn(status) === 'province' ? 'bij-ons' : 'bij-griffie'].statuses, status).toContain(status)
})

test('people read words, never codes', () => {
  for (const text of [...Object.values(statusWords), ...Object.values(nextStepWords), ...Object.values(timelineWords)])
    expect(text).not.toMatch(/[a-z][A-Z]|[_{}]/)
})
