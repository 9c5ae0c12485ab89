import { dateInAmsterdam, instantInAmsterdam } from '#app/domain/calendar-text.ts'

const endOfOffice = Temporal.PlainTime.from('17:00')

/**
 * When an option ends if staff choose nothing else: 17.00 in Zuid-Holland, `optionDays` from now, and on the day before the evening at the latest.
 */
export function usualOptionEnd(
  { start, optionDays }: { start: Temporal.Instant; optionDays: number },
  now: Temporal.Instant,
): Temporal.Instant {
  const usual = dateInAmsterdam(now).add({ days: optionDays })
  const dayBefore = dateInAmsterdam(start).subtract({ days: 1 })
  const day = Temporal.PlainDate.compare(usual, dayBefore) <= 0 ? usual : dayBefore
  return instantInAmsterdam(day, endOfOffice)
}
