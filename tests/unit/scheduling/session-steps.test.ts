import { expect, test } from '@playwright/test'
import { Refusal } from '#app/domain/refusal.ts'
import { type RequestStatus, requestStatuses } from '#app/domain/requesting/status.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import {
  assertMayBeAnnounced,
  assertMayStep,
  assertOptionExpiry,
  goesOnForOthers,
  mayStep,
  type SessionStep,
  stillCountsOn,
} from '#app/domain/scheduling/session-steps.ts'

const start = Temporal.Instant.from('2027-01-12T18:30:00Z')
const now = start.subtract({ hours: 24 * 30 })
const moment = { seconds: 1 }

const aRequest = (status: RequestStatus, at = 1) => ({
  briefingRequestId: String(at),
  reference: `RB-2026-000${at}`,
  status,
})

const ready = {
  status: 'draft',
  start,
  dosNumber: 'DOS-2026-0001081',
  venue: { name: 'Raadzaal' },
  onlineUrl: undefined,
  programme: [{ title: 'Wonen', minutes: 45 }],
  requests: [],
} as unknown as BriefingSession

function refusalOf(work: () => void): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('every step from every status of an evening: possible or refused', () => {
  const steps: SessionStep[] = ['offer', 'extend', 'publish', 'change', 'cancel']
  const possible = (['draft', 'option', 'published', 'changed', 'cancelled', 'held'] as const).map((status) => {
    for (const step of steps)
      expect(
        refusalOf(() => assertMayStep({ status }, step)),
        `${step} from ${status}`,
      ).toBe(mayStep({ status }, step) ? undefined : 'session-step-not-possible')
    return `${status}: ${steps.filter((step) => mayStep({ status }, step)).join(' ')}`
  })
  expect(possible).toEqual([
    'draft: offer publish change cancel',
    'option: extend publish change cancel',
    'published: change cancel',
    'changed: change cancel',
    'cancelled: ',
    'held: ',
  ])
})

test('an option ends after now and before its evening begins', () => {
  const refused = (expiresAt: Temporal.Instant) => refusalOf(() => assertOptionExpiry(expiresAt, { start }, now))
  expect(refused(now)).toBe('option-expiry-past')
  expect(refused(now.add(moment))).toBeUndefined()
  expect(refused(start.subtract(moment))).toBeUndefined()
  expect(refused(start)).toBe('option-expiry-too-late')
})

test('a request counts on an evening from treatment until that has been', () => {
  expect(requestStatuses.filter((status) => stillCountsOn(aRequest(status)))).toEqual([
    'inTreatment',
    'questionAsked',
    'proposalMade',
    'optioned',
    'confirmed',
  ])
})

test('an evening goes on without one request while another counts on it, or was bundled into it', () => {
  const goesOn = (...statuses: RequestStatus[]) =>
    goesOnForOthers({ requests: statuses.map((status, at) => aRequest(status, at + 1)) }, '1')
  expect(goesOn('confirmed')).toBe(false)
  expect(goesOn('confirmed', 'withdrawn')).toBe(false)
  expect(goesOn('confirmed', 'withdrawn', 'optioned')).toBe(true)
  expect(goesOn('confirmed', 'bundled')).toBe(true)
})

test('what is missing is said before anybody is told of an evening', () => {
  const refused = (over: Partial<BriefingSession>, at = now) =>
    refusalOf(() => assertMayBeAnnounced({ ...ready, ...over }, at))
  expect(refused({})).toBeUndefined()
  expect(refused({ dosNumber: undefined })).toBe('dos-number-missing')
  expect(refused({ venue: undefined })).toBe('session-place-missing')
  expect(refused({ venue: undefined, onlineUrl: 'https://uitzending.example/' })).toBeUndefined()
  expect(refused({ programme: [] })).toBe('session-programme-missing')
  expect(refused({}, start.subtract(moment))).toBeUndefined()
  expect(refused({}, start)).toBe('session-already-began')
})

test('nobody is told of an evening that no request counts on any more; one that answers none may be', () => {
  const refused = (...statuses: RequestStatus[]) =>
    refusalOf(() =>
      assertMayBeAnnounced({ ...ready, requests: statuses.map((status, at) => aRequest(status, at)) }, now),
    )
  expect(refused('withdrawn', 'declined')).toBe('request-not-in-treatment')
  expect(refused('withdrawn', 'inTreatment')).toBeUndefined()
})
