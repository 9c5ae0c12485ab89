import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { amsterdamTimezone, calendarZone, hasOneLocalTime } from '#emails/calendar-zone.ts'

const zone = new ICAL.Timezone({ tzid: calendarZone, component: amsterdamTimezone })

/** Offset in minutes by our VTIMEZONE, read by the parser and not by the tz database. */
function written(local: Temporal.PlainDateTime): number {
  const time = ICAL.Time.fromDateTimeString(local.toString({ smallestUnit: 'second' }), zoneless)
  return zone.utcOffset(time) / 60
}
const zoneless = new ICAL.Property('dtstart')

function real(local: Temporal.PlainDateTime): number {
  return local.toZonedDateTime(calendarZone).offsetNanoseconds / 60e9
}

test('the written zone is the real one, every quarter of a day for ten years', () => {
  const first = Temporal.PlainDate.from('2026-11-01')
  const last = first.add({ years: 10 })
  let days = 0
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    for (const hour of [0, 1, 6, 12, 18, 23]) {
      const local = day.toPlainDateTime({ hour, minute: 59 })
      if (written(local) !== real(local)) throw new Error(`${local}: ${written(local)} instead of ${real(local)}`)
    }
    days += 1
  }
  expect(days).toBeGreaterThan(3650)
})

test('the written zone changes at the very hour', () => {
  const times = ['2027-03-28T01:59', '2027-03-28T03:00', '2027-10-31T01:59', '2027-10-31T03:00'].map((text) =>
    Temporal.PlainDateTime.from(text),
  )
  expect(times.map(written)).toEqual([60, 120, 120, 60])
  expect(times.map(real)).toEqual([60, 120, 120, 60])
})

test('this comparison catches a zone with the wrong rule', () => {
  const component = amsterdamTimezone.replace('BYMONTH=10;BYDAY=-1SU', 'BYMONTH=10;BYDAY=1SU')
  const wrong = new ICAL.Timezone({ tzid: calendarZone, component })
  const octoberEvening = ICAL.Time.fromDateTimeString('2027-10-12T19:30:00', zoneless)
  expect(wrong.utcOffset(octoberEvening)).not.toBe(zone.utcOffset(octoberEvening))
})

test('only the hour that is lived twice has two local times', () => {
  const around = ['00:59', '01:00', '01:30'].map((time) => Temporal.Instant.from(`2027-10-31T${time}:00+01:00`))
  expect(around.map(hasOneLocalTime)).toEqual([true, true, true].map((_, index) => index === 0))
})
