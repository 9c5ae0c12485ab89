import { expect, test } from '@playwright/test'
import * as event from '#app/domain/inviting/calendar-event.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const version = { sequence: 4, rsvpEpoch: 2 }

const rows: [event.CalendarChange[], event.CalendarVersion][] = [
  [[], version],
  [['time'], { sequence: 5, rsvpEpoch: 5 }],
  [['place'], { sequence: 5, rsvpEpoch: 2 }],
  [['text'], version],
  [['time', 'place', 'text'], { sequence: 5, rsvpEpoch: 5 }],
  [['place', 'text'], { sequence: 5, rsvpEpoch: 2 }],
]
for (const [changes, after] of rows) {
  test(`${changes.join(', ') || 'no change'}: SEQUENCE ${after.sequence}, asked at ${after.rsvpEpoch}`, () => {
    expect(event.versionAfterChange(version, changes)).toEqual(after)
    expect(event.asksAgain(changes)).toBe(after.rsvpEpoch !== version.rsvpEpoch)
  })
}

test('cancelling and confirming rise without asking; an evening that is on again asks everybody', () => {
  expect(event.versionAfterCancel(version)).toEqual({ sequence: 5, rsvpEpoch: 2 })
  expect(event.versionAfterConfirmation(version)).toEqual({ sequence: 5, rsvpEpoch: 2 })
  expect(event.versionAfterRevival(version)).toEqual({ sequence: 5, rsvpEpoch: 5 })
})

test('an answer from before the last question is an answer to an earlier version', () => {
  expect([1, 2, 3].map((sequence) => event.answersEarlierVersion(sequence, version))).toEqual([true, false, false])
})

test('stamps are whole seconds and strictly rising, also within a second and when the clock goes back', () => {
  const now = instant('2026-11-24T09:00:00.900Z')
  const first = event.stampAfter(null, now)
  expect(first.toString()).toBe('2026-11-24T09:00:00Z')
  const second = event.stampAfter(first, now)
  expect(second.toString()).toBe('2026-11-24T09:00:01Z')
  expect(event.stampAfter(second, instant('2026-11-24T08:00:00Z')).toString()).toBe('2026-11-24T09:00:02Z')
  expect(event.stampAfter(second, instant('2026-11-24T10:00:00Z')).toString()).toBe('2026-11-24T10:00:00Z')
})

test('identifiers', () => {
  const uuid = '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11'
  const uid = event.eventUid(uuid, 'briefings.example.nl')
  expect(uid).toBe(`${uuid}@briefings.example.nl`)
  expect(event.feedUid(uuid, 'briefings.example.nl')).toBe(`feed-${uuid}@briefings.example.nl`)
  const message = { uid, sequence: 2, kind: 'invitation', personId: 'p1', mailDomain: 'briefings.example.nl' }
  expect(event.calendarMessageId(message)).toBe('<3f0d5a52.s2.invitation.p1@briefings.example.nl>')
  expect(event.calendarMessageId({ ...message, turn: 1 })).toBe('<3f0d5a52.s2.invitation.p1.r1@briefings.example.nl>')
})
