import { expect, test } from '@playwright/test'
import {
  isQuiet,
  isReminderDue,
  isReminderHour,
  reminderDays,
  reminderKinds,
} from '#app/domain/inviting/reminder-moment.ts'

const amsterdam = (wallClock: string) =>
  Temporal.PlainDateTime.from(wallClock).toZonedDateTime('Europe/Amsterdam').toInstant()

test('ten to six by the clock in Zuid-Holland, in winter and in summer', () => {
  for (const day of ['2027-01-15', '2027-03-27', '2027-03-28', '2027-07-15', '2027-10-30', '2027-10-31']) {
    const good = (time: string) => isReminderHour(amsterdam(`${day}T${time}`))
    expect([good('09:59'), good('10:00'), good('17:59'), good('18:00')], day).toEqual([false, true, true, false])
  }
  expect(isReminderHour(Temporal.Instant.from('2027-01-15T08:30:00Z'))).toBe(false)
  expect(isReminderHour(Temporal.Instant.from('2027-07-15T08:30:00Z'))).toBe(true)
})

test('days are counted by the calendar: over both changes of the clock, for every hour an evening can begin', () => {
  for (const change of ['2027-03-28', '2027-10-31']) {
    for (let after = 0; after <= 15; after++) {
      const day = Temporal.PlainDate.from(change).add({ days: after })
      for (const kind of reminderKinds) {
        for (const hour of ['00:00', '09:00', '19:30', '23:59']) {
          const start = amsterdam(`${day}T${hour}`)
          const firstDay = day.subtract({ days: reminderDays[kind] })
          const due = (date: Temporal.PlainDate, time: string) =>
            isReminderDue(kind, start, amsterdam(`${date}T${time}`))
          expect(due(firstDay.subtract({ days: 1 }), '23:59'), `${kind} ${start} the day before`).toBe(false)
          expect(due(firstDay, '10:00'), `${kind} ${start} on the day`).toBe(true)
        }
      }
    }
  }
})

test('an evening that began is not reminded of', () => {
  const start = amsterdam('2027-02-09T10:00')
  expect(isReminderDue('come', start, start.subtract({ minutes: 1 }))).toBe(true)
  expect(isReminderDue('come', start, start)).toBe(false)
})

test('recess and public holidays are quiet, other days are not', () => {
  const quiet = (['recess', 'publicHoliday', 'advice', 'election'] as const).filter((kind) => isQuiet({ kind }))
  expect(quiet).toEqual(['recess', 'publicHoliday'])
})
