import { formatDate, formatDay, weekdayName } from '#app/domain/calendar-text.ts'
import type { Certainty } from '#app/domain/catalogue/place.ts'

export type ClosedPeriodKind = 'recess' | 'publicHoliday' | 'advice' | 'election'

/** A stretch of days on which an evening is better not planned. `lastDay` is still closed. */
export type ClosedPeriod = {
  id: string
  kind: ClosedPeriodKind
  /** As it stands in a sentence: "kerstvakantie", "Koningsdag", "de verkiezing van …". */
  name: string
  firstDay: Temporal.PlainDate
  lastDay: Temporal.PlainDate
  advice: string
  certainty: Certainty
}

/** The evenings a council usually meets: 1 is Monday, 7 is Sunday (ISO 8601). */
export type CouncilEvenings = { name: string; usualEvenings: readonly number[] }

export type WarningKind = ClosedPeriodKind | 'councilEvening' | 'shortNotice' | 'past' | 'weekend'

export type Warning = { kind: WarningKind; sentence: string }

export type Planning = {
  closedPeriods: readonly ClosedPeriod[]
  councils: readonly CouncilEvenings[]
  today: Temporal.PlainDate
  minimumNoticeWeeks: number
}

function covers(period: ClosedPeriod, date: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(period.firstDay, date) <= 0 && Temporal.PlainDate.compare(date, period.lastDay) <= 0
}

/**
 * What speaks against this evening, most serious first. A council may overrule every warning but that the day has been (`past`); then there are no
 * others.
 */
export function warningsFor(date: Temporal.PlainDate, planning: Planning): Warning[] {
  if (Temporal.PlainDate.compare(date, planning.today) < 0) return [pastWarning(date)]
  return [
    ...planning.closedPeriods.filter((period) => covers(period, date)).map((period) => closedWarning(date, period)),
    ...councilWarnings(date, planning.councils),
    ...weekendWarnings(date),
    ...noticeWarnings(date, planning),
  ]
}

function pastWarning(date: Temporal.PlainDate): Warning {
  return { kind: 'past', sentence: `De datum ${formatDay(date)} is al geweest. Kies een dag in de toekomst.` }
}

function closedWarning(date: Temporal.PlainDate, period: ClosedPeriod): Warning {
  return { kind: period.kind, sentence: [...CLOSED_SENTENCES[period.kind](date, period), ...doubt(period)].join(' ') }
}

const CLOSED_SENTENCES: Record<ClosedPeriodKind, (date: Temporal.PlainDate, period: ClosedPeriod) => string[]> = {
  recess: (date, { name, advice }) => [
    `De datum ${formatDay(date)} valt in de ${name}.`,
    advice || 'De raad heeft dan meestal reces. Kies liever een andere avond.',
  ],
  publicHoliday: (date, { name, advice }) => [
    `De datum ${formatDay(date)} komt niet goed uit: dan is het ${name}.`,
    ...(advice === '' ? [] : [advice]),
    'Kies liever een andere dag.',
  ],
  advice: (date, { name, advice }) => [
    `De datum ${formatDay(date)} komt niet goed uit: dan is het ${name}.`,
    ...(advice === '' ? [] : [advice]),
    'Kies liever een andere dag.',
  ],
  election: (date, { name, advice }) => [
    `De datum ${formatDay(date)} valt samen met ${name}.`,
    advice || 'Kies liever een andere dag.',
  ],
}

function doubt(period: ClosedPeriod): string[] {
  return period.certainty === 'high' ? [] : ['De precieze dagen staan nog niet vast.']
}

function councilWarnings(date: Temporal.PlainDate, councils: readonly CouncilEvenings[]): Warning[] {
  return councils
    .filter(({ usualEvenings }) => usualEvenings.includes(date.dayOfWeek))
    .map(({ name }) => ({
      kind: 'councilEvening',
      sentence: `De raad van ${name} vergadert meestal op ${weekdayName(date.dayOfWeek)}. Kies liever een andere avond.`,
    }))
}

function weekendWarnings(date: Temporal.PlainDate): Warning[] {
  if (date.dayOfWeek < 6) return []
  const sentence = `De datum ${formatDay(date)} is een ${weekdayName(date.dayOfWeek)}. Kies liever een avond van maandag tot en met vrijdag.`
  return [{ kind: 'weekend', sentence }]
}

function noticeWarnings(date: Temporal.PlainDate, { today, minimumNoticeWeeks }: Planning): Warning[] {
  const earliest = today.add({ weeks: minimumNoticeWeeks })
  if (Temporal.PlainDate.compare(date, earliest) >= 0) return []
  const weeks = minimumNoticeWeeks === 1 ? '1 week' : `${minimumNoticeWeeks} weken`
  const sentence = `De datum ${formatDay(date)} is al snel. Wij hebben meestal ${weeks} nodig om een bijeenkomst voor te bereiden. Kies liever een avond vanaf ${formatDate(earliest)}.`
  return [{ kind: 'shortNotice', sentence }]
}
