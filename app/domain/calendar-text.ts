/**
 * Dates and times as people read them. Every instant is told in Europe/Amsterdam, whatever the zone of the process, and
 * every name comes from a table here: locale data differs between ICU versions and a mail must read the same everywhere.
 */
export const AMSTERDAM = 'Europe/Amsterdam'

const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const
const SHORT_WEEKDAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const
const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const
const SHORT_MONTHS = [
  'jan.',
  'feb.',
  'mrt.',
  'apr.',
  'mei',
  'juni',
  'juli',
  'aug.',
  'sep.',
  'okt.',
  'nov.',
  'dec.',
] as const

/** 1 is maandag, 7 is zondag (ISO 8601). Throws a RangeError for any other number. */
export function weekdayName(weekday: number): string {
  return nameAt(WEEKDAYS, weekday)
}

/** 1 is januari, 12 is december. Throws a RangeError for any other number. */
export function monthName(month: number): string {
  return nameAt(MONTHS, month)
}

/** "dinsdag 12 januari 2027" */
export function formatDate(date: Temporal.PlainDate): string {
  return `${weekdayName(date.dayOfWeek)} ${date.day} ${monthName(date.month)} ${date.year}`
}

/** "12 januari 2027", where the day of the week says nothing */
export function formatDay(date: Temporal.PlainDate): string {
  return `${date.day} ${monthName(date.month)} ${date.year}`
}

/** "di 12 jan. 2027", for lists */
export function formatShortDate(date: Temporal.PlainDate): string {
  return `${nameAt(SHORT_WEEKDAYS, date.dayOfWeek)} ${date.day} ${nameAt(SHORT_MONTHS, date.month)} ${date.year}`
}

/** "19.30": a point, and two digits for hours and minutes */
export function formatTime(time: Temporal.Instant): string {
  const local = inAmsterdam(time)
  return `${twoDigits(local.hour)}.${twoDigits(local.minute)}`
}

/** "maandag 23 november 2026, 20.45 uur" */
export function formatMoment(instant: Temporal.Instant): string {
  return `${formatDate(dateInAmsterdam(instant))}, ${formatTime(instant)} uur`
}

/** "ma 23 nov. 2026, 20.45 uur", for lists */
export function formatShortMoment(instant: Temporal.Instant): string {
  return `${formatShortDate(dateInAmsterdam(instant))}, ${formatTime(instant)} uur`
}

/**
 * "dinsdag 12 januari 2027, 19.30 tot 21.00 uur". A session that ends on another day names both days. In the night the
 * clock goes back the same hour comes twice: times in it say "zomertijd" or "wintertijd".
 */
export function formatSessionTime(start: Temporal.Instant, end: Temporal.Instant): string {
  return fromUntil(start, end, formatDate)
}

/** "di 12 jan. 2027, 19.30 tot 21.00 uur", for lists */
export function formatShortSessionTime(start: Temporal.Instant, end: Temporal.Instant): string {
  return fromUntil(start, end, formatShortDate)
}

function fromUntil(start: Temporal.Instant, end: Temporal.Instant, day: typeof formatDate): string {
  const from = dateInAmsterdam(start)
  const until = dateInAmsterdam(end)
  if (from.equals(until)) return `${day(from)}, ${unambiguousTime(start)} tot ${unambiguousTime(end)} uur`
  return `${day(from)}, ${unambiguousTime(start)} uur tot ${day(until)}, ${unambiguousTime(end)} uur`
}

/** "2027-01-12T19:30+01:00": a valid `datetime` for <time> (HTML: a global date and time string). */
export function isoWithOffset(instant: Temporal.Instant): string {
  return inAmsterdam(instant).toString({ smallestUnit: 'minute', timeZoneName: 'never' })
}

/** The calendar day in Zuid-Holland on which this instant falls. */
export function dateInAmsterdam(instant: Temporal.Instant): Temporal.PlainDate {
  return inAmsterdam(instant).toPlainDate()
}

/**
 * The instant of a wall clock time in Zuid-Holland. A time that comes twice is the first one, a time that is skipped moves
 * an hour on (RFC 5545 §3.3.5, and Temporal's "compatible").
 */
export function instantInAmsterdam(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: AMSTERDAM, plainTime: time }).toInstant()
}

function inAmsterdam(instant: Temporal.Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(AMSTERDAM)
}

function unambiguousTime(instant: Temporal.Instant): string {
  const local = inAmsterdam(instant)
  const wallClock = local.toPlainDateTime()
  const first = wallClock.toZonedDateTime(AMSTERDAM, { disambiguation: 'earlier' })
  const second = wallClock.toZonedDateTime(AMSTERDAM, { disambiguation: 'later' })
  if (first.epochNanoseconds === second.epochNanoseconds) return formatTime(instant)
  return `${formatTime(instant)} (${local.equals(first) ? 'zomertijd' : 'wintertijd'})`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function nameAt(names: readonly string[], oneBased: number): string {
  const name = names[oneBased - 1]
  if (name === undefined) throw new RangeError(`No name for ${oneBased}`)
  return name
}
