import { expect, test } from '@playwright/test'
import { type SessionOutline, sessionWarnings } from '#app/domain/scheduling/session-warnings.ts'

const planning = {
  closedPeriods: [],
  councils: [{ name: 'Leiderdorp', usualEvenings: [1] }],
  today: Temporal.PlainDate.from('2026-11-24'),
  minimumNoticeWeeks: 3,
}
const quiet: SessionOutline = {
  start: Temporal.Instant.from('2027-01-12T18:30:00Z'),
  end: Temporal.Instant.from('2027-01-12T20:00:00Z'),
  programme: [{ minutes: 45 }, { minutes: 45 }],
  capacity: 40,
  venueCapacity: 60,
  dosNumber: 'DOS-2026-0001081',
  seatsTaken: 12,
}

test('an evening that fits has no warnings', () => {
  expect(sessionWarnings(quiet, planning)).toEqual([])
})

test('each thing that does not fit is a sentence of its own', () => {
  const warnings = sessionWarnings(
    {
      ...quiet,
      start: Temporal.Instant.from('2027-01-11T18:30:00Z'),
      end: Temporal.Instant.from('2027-01-11T19:30:00Z'),
      capacity: 80,
      dosNumber: undefined,
      seatsTaken: 62,
    },
    planning,
  )
  expect(warnings).toEqual([
    'De raad van Leiderdorp vergadert meestal op maandag. Kies liever een andere avond.',
    'Het programma duurt 90 minuten, maar tussen 19.30 en 20.30 uur zitten 60 minuten. Kort het programma in of kies een latere eindtijd.',
    'U geeft 80 plaatsen uit, maar in de zaal is plaats voor 60.',
    'Er zijn al 62 mensen met een plaats en er is plaats voor 60. Niemand raakt zijn plaats kwijt: zoek een grotere zaal of bel de griffie.',
    'Het DOS-nummer ontbreekt. Zonder DOS-nummer kunt u deze bijeenkomst niet publiceren.',
  ])
})
