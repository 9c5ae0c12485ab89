import { expect, test } from '@playwright/test'

/** Two of each kind that are not the same. */
const pairs = {
  moments: [Temporal.Instant.from('2027-01-12T18:30:00Z'), Temporal.Instant.from('2027-01-12T18:30:01Z')],
  days: [Temporal.PlainDate.from('2027-01-12'), Temporal.PlainDate.from('2027-01-13')],
  hours: [Temporal.PlainTime.from('18:30'), Temporal.PlainTime.from('19:30')],
  'hours of a day': [Temporal.PlainDateTime.from('2027-01-12T18:30'), Temporal.PlainDateTime.from('2027-01-12T19:30')],
  zones: ['Europe/Amsterdam', 'UTC'].map((zone) =>
    Temporal.Instant.from('2027-01-12T18:30:00Z').toZonedDateTimeISO(zone),
  ),
  durations: [Temporal.Duration.from({ hours: 1 }), Temporal.Duration.from({ hours: 2 })],
}

// Seen to fail without comparable-moments.ts: every assertion about a moment inside an object then held, whatever the moment was.
for (const [kind, [one, other]] of Object.entries(pairs)) {
  test(`different ${kind} are not taken for equal, alone or inside something`, () => {
    expect(one).toEqual(one)
    expect({ at: [one] }).toMatchObject({ at: [one] })
    expect(one).not.toEqual(other)
    expect({ at: one }).not.toEqual({ at: other })
    expect({ at: { one }, more: 1 }).not.toMatchObject({ at: { one: other } })
    expect([{ at: one }]).not.toStrictEqual([{ at: other }])
    expect({ at: one }).not.toEqual({ at: undefined })
    expect([one]).not.toContainEqual(other)
  })
}
