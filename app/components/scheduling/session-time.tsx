import { formatSessionTime, isoWithOffset } from '#app/domain/calendar-text.ts'

type SessionTimeProps = { start: Temporal.Instant; end: Temporal.Instant }

/** When a session is, for people ("dinsdag 12 januari 2027, 19.30 tot 21.00 uur") and for machines. */
export function SessionTime({ start, end }: SessionTimeProps) {
  return <time dateTime={isoWithOffset(start)}>{formatSessionTime(start, end)}</time>
}
