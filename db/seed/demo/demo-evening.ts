import { dateInAmsterdam, instantInAmsterdam } from '#app/domain/calendar-text.ts'
import { warningsFor } from '#app/domain/scheduling/closed-period.ts'
import { closedPeriods } from '../zuid-holland/closed-periods.ts'

const START = Temporal.PlainTime.from('19:30')

/** The evenings on which the demo councils meet themselves: Leiderdorp on Monday, Leiden and Oegstgeest on Thursday. */
export const demoCouncilEvenings: Record<string, number[]> = { leiderdorp: [1], leiden: [4], oegstgeest: [4] }

/**
 * 19.30 on an evening that nothing speaks against, `weeks` from now (negative: ago). Looks on in the same direction, a
 * day at a time, past recess, holidays, weekends, council evenings and the evenings that are `taken`.
 */
export function demoEvening(
  now: Temporal.Instant,
  weeks: number,
  taken: readonly Temporal.Instant[] = [],
): Temporal.Instant {
  const step = weeks < 0 ? -1 : 1
  let day = dateInAmsterdam(now).add({ weeks })
  while (!suits(day) || taken.some((evening) => dateInAmsterdam(evening).equals(day))) day = day.add({ days: step })
  return instantInAmsterdam(day, START)
}

/**
 * An evening of its own for each number of weeks: after a long recess several would otherwise fall on the same first day, with
 * one speaker in two rooms.
 */
export function demoEvenings(now: Temporal.Instant, weeks: readonly number[]): Map<number, Temporal.Instant> {
  const evenings = new Map<number, Temporal.Instant>()
  const nearestFirst = [...weeks].sort((one, other) => Math.abs(one) - Math.abs(other))
  for (const each of nearestFirst) evenings.set(each, demoEvening(now, each, [...evenings.values()]))
  return evenings
}

function suits(day: Temporal.PlainDate): boolean {
  const councils = Object.entries(demoCouncilEvenings).map(([name, usualEvenings]) => ({ name, usualEvenings }))
  return warningsFor(day, { closedPeriods, councils, today: day, minimumNoticeWeeks: 0 }).length === 0
}
