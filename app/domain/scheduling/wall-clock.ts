import { AMSTERDAM, instantInAmsterdam } from '#app/domain/calendar-text.ts'

export type EveningReading =
  | { ok: true; start: Temporal.Instant; end: Temporal.Instant }
  | { ok: false; field: 'startTime' | 'endTime'; sentence: string }

/**
 * Two times on one day, as the clock in Zuid-Holland shows them. A time that comes twice (last Sunday of October) is the
 * first one; a time that never comes (last Sunday of March) is refused, so that nobody plans an evening that moves by itself.
 */
export function readEvening(
  date: Temporal.PlainDate,
  startTime: Temporal.PlainTime,
  endTime: Temporal.PlainTime,
): EveningReading {
  for (const [field, time] of [
    ['startTime', startTime],
    ['endTime', endTime],
  ] as const) {
    if (exists(date, time)) continue
    const sentence = 'Die nacht gaat de klok een uur vooruit: deze tijd bestaat niet. Kies een andere tijd.'
    return { ok: false, field, sentence }
  }
  const start = instantInAmsterdam(date, startTime)
  const end = instantInAmsterdam(date, endTime)
  if (Temporal.Instant.compare(end, start) <= 0)
    return { ok: false, field: 'endTime', sentence: 'Vul een eindtijd in die na de begintijd ligt.' }
  return { ok: true, start, end }
}

/** A time as people write it: "19.30". */
export function timeInField(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' }).replace(':', '.')
}

/** What the form fields show: date and times in Zuid-Holland. */
export function wallClockOf(start: Temporal.Instant, end: Temporal.Instant) {
  const [from, until] = [start, end].map((each) => each.toZonedDateTimeISO(AMSTERDAM))
  const time = (each: Temporal.ZonedDateTime | undefined) => (each ? timeInField(each.toPlainTime()) : '')
  return { date: from?.toPlainDate().toString() ?? '', startTime: time(from), endTime: time(until) }
}

function exists(date: Temporal.PlainDate, time: Temporal.PlainTime): boolean {
  const wanted = date.toPlainDateTime(time)
  return wanted.toZonedDateTime(AMSTERDAM).toPlainDateTime().equals(wanted)
}
