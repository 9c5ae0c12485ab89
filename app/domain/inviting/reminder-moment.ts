import { AMSTERDAM, dateInAmsterdam, instantInAmsterdam } from '#app/domain/calendar-text.ts'
import type { ClosedPeriod } from '#app/domain/scheduling/closed-period.ts'
import type { CalendarAnswer } from './calendar-event.ts'

/** `answer`: asks who has not answered. `come`: reminds who comes, and asks once more who may come. */
export const reminderKinds = ['answer', 'come'] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** How many calendar days before the evening it falls due. */
export const reminderDays: Record<ReminderKind, number> = { answer: 14, come: 2 }

/** Whom it is for. Who said no is left in peace. */
export const reminderAnswers: Record<ReminderKind, readonly CalendarAnswer[]> = {
  answer: ['none'],
  come: ['yes', 'maybe'],
}

/** Who had any other mail about the evening since then knows enough: the invitation, a change, another reminder. */
export function mailedLongAgo(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: 3 * 24 })
}

const firstHour = 10
const lastHour = 18

/** From ten to six by the clock in Zuid-Holland, summer and winter. */
export function isReminderHour(now: Temporal.Instant): boolean {
  const { hour } = now.toZonedDateTimeISO(AMSTERDAM)
  return hour >= firstHour && hour < lastHour
}

/**
 * Recess and public holidays are quiet. What fell due then leaves on the first day after, while that is still before the evening. Days on which only an
 * evening is a bad idea (4 May, an election) are no reason to be silent in the morning.
 */
export function isQuiet({ kind }: Pick<ClosedPeriod, 'kind'>): boolean {
  return kind === 'recess' || kind === 'publicHoliday'
}

/** Evenings that begin before this moment are near enough. Days are calendar days in Zuid-Holland: one may last 23 or 25 hours. */
export function reminderHorizon(kind: ReminderKind, now: Temporal.Instant): Temporal.Instant {
  const dayAfter = dateInAmsterdam(now).add({ days: reminderDays[kind] + 1 })
  return instantInAmsterdam(dayAfter, Temporal.PlainTime.from('00:00'))
}

/** Whether this evening is still to come and near enough. */
export function isReminderDue(kind: ReminderKind, start: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, start) < 0 && Temporal.Instant.compare(start, reminderHorizon(kind, now)) < 0
}
