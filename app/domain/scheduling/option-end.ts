import { AMSTERDAM } from '#app/domain/calendar-text.ts'

const endOfOffice = Temporal.PlainTime.from('17:00')

/**
 * When an option ends if staff choose nothing else: so many days from now at the end of an office day, or for an evening that is near on the day before it.
 */
export function usualOptionEnd(
  { start, optionDays }: { start: Temporal.Instant; optionDays: number },
  now: Temporal.Instant,
): Temporal.Instant {
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(AMSTERDAM).toPlainDate()
  const usual = dayOf(now).add({ days: optionDays })
  const dayBefore = dayOf(start).subtract({ days: 1 })
  const day = Temporal.PlainDate.compare(usual, dayBefore) <= 0 ? usual : dayBefore
  return day.toZonedDateTime({ timeZone: AMSTERDAM, plainTime: endOfOffice }).toInstant()
}
