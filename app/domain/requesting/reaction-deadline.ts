/**
 * The last day of a promise in working days: Monday to Friday, without the days on which offices are closed. The day of asking does not count.
 */
export function reactionDeadline(
  asked: Temporal.PlainDate,
  workdays: number,
  holidays: readonly Temporal.PlainDate[],
): Temporal.PlainDate {
  let day = asked
  for (let left = workdays; left > 0; ) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5 && !holidays.some((holiday) => holiday.equals(day))) left--
  }
  return day
}
