import { formatMoment, formatShortMoment, isoWithOffset } from '#app/domain/calendar-text.ts'

/** When something happened or is due: "maandag 23 november 2026, 20.45 uur". */
export function Moment({ at }: { at: Temporal.Instant }) {
  return <time dateTime={isoWithOffset(at)}>{formatMoment(at)}</time>
}

/** The same in a list, on one line: "ma 23 nov. 2026, 20.45 uur". */
export function ShortMoment({ at }: { at: Temporal.Instant }) {
  return (
    <time dateTime={isoWithOffset(at)} className="one-line">
      {formatShortMoment(at)}
    </time>
  )
}
