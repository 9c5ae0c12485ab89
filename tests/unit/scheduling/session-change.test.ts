import { expect, test } from '@playwright/test'
import {
  changeBetween,
  isAlwaysTold,
  type SessionChange,
  type SessionFacts,
  versionAfter,
  versionAfterOpening,
} from '#app/domain/scheduling/session-change.ts'

const before: SessionFacts = {
  title: 'Wonen in Leiderdorp',
  start: Temporal.Instant.from('2027-01-12T18:30:00Z'),
  end: Temporal.Instant.from('2027-01-12T20:00:00Z'),
  location: 'Raadzaal, Voorbeeldplein 1',
  onlineUrl: undefined,
  explanation: '',
  programme: [{ title: 'Wonen', minutes: 45 }],
  speakerNames: ['Bo', 'Sam'],
}

const table: [string, Partial<SessionFacts>, string[] | undefined, { sequence: number; rsvpEpoch: number }, boolean][] =
  [
    ['nothing', {}, undefined, { sequence: 3, rsvpEpoch: 1 }, false],
    ['the order of speakers', { speakerNames: ['Sam', 'Bo'] }, undefined, { sequence: 3, rsvpEpoch: 1 }, false],
    ['the begin', { start: before.start.add({ minutes: 30 }) }, ['time'], { sequence: 4, rsvpEpoch: 4 }, true],
    ['the end', { end: before.end.add({ minutes: 15 }) }, ['time'], { sequence: 4, rsvpEpoch: 4 }, true],
    ['the room', { location: 'Grote zaal' }, ['place'], { sequence: 4, rsvpEpoch: 1 }, true],
    ['the link', { onlineUrl: 'https://uitzending.example/' }, ['place'], { sequence: 4, rsvpEpoch: 1 }, true],
    ['the title', { title: 'Wonen en water' }, ['text'], { sequence: 3, rsvpEpoch: 1 }, false],
    ['the explanation', { explanation: 'Met een kaart.' }, ['text'], { sequence: 3, rsvpEpoch: 1 }, false],
    ['a speaker', { speakerNames: ['Bo'] }, undefined, { sequence: 3, rsvpEpoch: 1 }, false],
    ['the programme', { programme: [] }, ['text'], { sequence: 3, rsvpEpoch: 1 }, false],
    [
      'everything',
      { start: before.start.subtract({ hours: 24 }), location: 'Elders', title: 'Anders' },
      ['time', 'place', 'text'],
      { sequence: 4, rsvpEpoch: 4 },
      true,
    ],
  ]

for (const [what, change, all, version, told] of table) {
  test(`a change of ${what}`, () => {
    const made = changeBetween(before, { ...before, ...change })
    expect(made?.all).toEqual(all)
    if (made === undefined) return
    expect(made.what).toBe(all?.[0])
    expect(made.asksAgain).toBe(made.all.includes('time'))
    expect(versionAfter({ sequence: 3, rsvpEpoch: 1 }, made)).toEqual(version)
    expect(isAlwaysTold(made)).toBe(told)
  })
}

test('a link that is taken away is another place', () => {
  const online = { ...before, onlineUrl: 'https://uitzending.example/' }
  expect(changeBetween(online, before)?.all).toEqual(['place'])
  expect(changeBetween(online, { ...online })).toBeUndefined()
})

test('calling off raises SEQUENCE, being published does not', () => {
  const version = { sequence: 3, rsvpEpoch: 1 }
  const cancelled: SessionChange = { kind: 'cancelled', reason: 'De spreker is ziek.' }
  expect(versionAfter(version, cancelled)).toEqual({ sequence: 4, rsvpEpoch: 1 })
  expect(versionAfter(version, { kind: 'published' })).toEqual(version)
  expect(isAlwaysTold(cancelled)).toBe(true)
})

test('from option to firm it is the same entry; a draft that was in calendars before asks everybody above its CANCEL', () => {
  expect(versionAfterOpening({ status: 'option', sequence: 3, rsvpEpoch: 1 })).toEqual({ sequence: 4, rsvpEpoch: 1 })
  expect(versionAfterOpening({ status: 'draft', sequence: 3, rsvpEpoch: 1 })).toEqual({ sequence: 4, rsvpEpoch: 4 })
  expect(versionAfterOpening({ status: 'draft', sequence: 1, rsvpEpoch: 0 })).toEqual({ sequence: 2, rsvpEpoch: 2 })
  const fresh = { status: 'draft', sequence: 0, rsvpEpoch: 0 } as const
  expect(versionAfterOpening(fresh)).toMatchObject({ sequence: 0, rsvpEpoch: 0 })
})
