import { formatMoment, formatShortMoment, isoWithOffset } from '#app/domain/calendar-text.ts'

type MomentProps = { at: Temporal.Instant; short?: boolean }

/** When something happened or is due: "maandag 23 november 2026, 20.45 uur", short in a table: "ma 23 nov. 2026, 20.45 uur". */
export function Moment({ at, short = false }: MomentProps) {
  return <time dateTime={isoWithOffset(at)}>{short ? formatShortMoment(at) : formatMoment(at)}</time>
}
