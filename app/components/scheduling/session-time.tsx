import { formatSessionTime, formatShortSessionTime, isoWithOffset } from '#app/domain/calendar-text.ts'

type SessionTimeProps = { start: Temporal.Instant; end: Temporal.Instant; short?: boolean }

/** When a session is, for people ("dinsdag 12 januari 2027, 19.30 tot 21.00 uur"; short in a table: "di 12 jan. 2027, …") and for machines. */
export function SessionTime({ start, end, short = false }: SessionTimeProps) {
  return <time dateTime={isoWithOffset(start)}>{(short ? formatShortSessionTime : formatSessionTime)(start, end)}</time>
}
