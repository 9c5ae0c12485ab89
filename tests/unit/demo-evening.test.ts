import { expect, test } from '@playwright/test'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { demoEvenings } from '#db/seed/demo/demo-evening.ts'
import { demoSessions } from '#db/seed/demo/sessions.ts'

test('whenever in two years the story begins, its evenings are all on days of their own', () => {
  const weeks = demoSessions.map((session) => session.weeks)
  expect(new Set(weeks).size).toBe(weeks.length)
  const first = Temporal.Instant.from('2026-09-01T10:00:00Z')
  // Eleven and seven have no factor in common: every weekday comes by.
  for (let days = 0; days < 730; days += 11) {
    const now = first.add({ hours: 24 * days })
    const evenings = demoEvenings(now, weeks)
    const dates = [...evenings.values()].map((evening) => dateInAmsterdam(evening).toString())
    expect(new Set(dates).size, now.toString()).toBe(weeks.length)
    for (const [week, evening] of evenings) expect(Temporal.Instant.compare(evening, now)).toBe(Math.sign(week))
  }
})
