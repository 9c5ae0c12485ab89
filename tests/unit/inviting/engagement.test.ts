import { expect, test } from '@playwright/test'
import { assertOpenForEngaged, engagementClosed, partsOf } from '#app/domain/inviting/engagement.ts'

test('the blocks of a speaker are those of her topics; a welcome is nobody’s', () => {
  const block = (title: string, topicId?: string) => ({ position: 1, title, minutes: 30, topicId })
  const programme = [block('Welkom'), block('Wonen', 'wonen'), block('Water', 'water'), block('Wonen II', 'wonen')]
  expect(partsOf({ programme }, ['wonen', 'ondermijning'])).toEqual(['Wonen', 'Wonen II'])
  expect(partsOf({ programme }, [])).toEqual([])
})

test('who is engaged answers from the offer until the option runs out, or the evening ends', () => {
  const end = Temporal.Instant.from('2027-01-12T20:00:00Z')
  const optionExpiresAt = Temporal.Instant.from('2026-12-11T16:00:00Z')
  const closed = (status: Parameters<typeof engagementClosed>[0]['status'], at: Temporal.Instant) =>
    engagementClosed({ status, end, optionExpiresAt }, at)
  const before = (moment: Temporal.Instant) => moment.subtract({ nanoseconds: 1 })
  expect([closed('option', before(optionExpiresAt)), closed('option', optionExpiresAt)]).toEqual([
    undefined,
    'optionExpired',
  ])
  for (const status of ['published', 'changed'] as const)
    expect([closed(status, optionExpiresAt), closed(status, before(end)), closed(status, end)]).toEqual([
      undefined,
      undefined,
      'held',
    ])
  expect(closed('draft', optionExpiresAt)).toBe('notHeldAnyMore')
  expect([closed('cancelled', end), closed('held', optionExpiresAt)]).toEqual(['cancelled', 'held'])
  const draft = () => assertOpenForEngaged({ status: 'draft', end, optionExpiresAt }, optionExpiresAt)
  expect(draft).toThrow(expect.objectContaining({ code: 'engagement-closed', facts: { reason: 'notHeldAnyMore' } }))
})
