export const calendarZone = 'Europe/Amsterdam'

/**
 * The rules of Europe/Amsterdam since 1996, written out so that the TZID parameter, this component and the reader's own zone
 * always agree. A test compares it with the tz database for every day of the next ten years.
 */
export const amsterdamTimezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${calendarZone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/**
 * False in the hour that is lived twice when summer time ends: a local time cannot say which of the two it means
 * (RFC 5545 §3.3.5), so such a moment is written in UTC.
 */
export function hasOneLocalTime(instant: Temporal.Instant): boolean {
  const local = instant.toZonedDateTimeISO(calendarZone).toPlainDateTime()
  const earlier = local.toZonedDateTime(calendarZone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(calendarZone, { disambiguation: 'later' })
  return earlier.toInstant().equals(later.toInstant())
}
