import { formatMoment, isoWithOffset } from '#app/domain/calendar-text.ts'

/** When something happened or is due: "maandag 23 november 2026, 20.45 uur". */
export function Moment({ at }: { at: Temporal.Instant }) {
  return <time dateTime={isoWithOffset(at)}>{formatMoment(at)}</time>
}
