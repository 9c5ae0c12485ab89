/** Whole days before `now`, at the same hour. */
export function daysAgo(now: Temporal.Instant, days: number): string {
  return now.subtract({ hours: 24 * days }).toString()
}
