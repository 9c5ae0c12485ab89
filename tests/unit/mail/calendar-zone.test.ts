import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { amsterdamTimezone, calendarZone, hasOneLocalTime } from '#emails/calendar-zone.ts'

const zoneless = new ICAL.Property('dtstart')
const zoneOf = (component: string) => new ICAL.Timezone({ tzid: calendarZone, component })

/** Offset in minutes by a VTIMEZONE, read by the parser and not by the tz database. */
function written(local: Temporal.PlainDateTime, zone = zoneOf(amsterdamTimezone)): number {
  const time = ICAL.Time.fromDateTimeString(local.toString({ smallestUnit: 'second' }), zoneless)
  return zone.utcOffset(time) / 60
}

function real(local: Temporal.PlainDateTime): number {
  return local.toZonedDateTime(calendarZone).offsetNanoseconds / 60e9
}

/** The first local time, six a day for ten years from today, at which a VTIMEZONE and the tz database differ. */
function firstDifference(component: string): string | undefined {
  const zone = zoneOf(component)
  const first = Temporal.Now.plainDateISO()
  const last = first.add({ years: 10 })
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    for (const hour of [0, 1, 6, 12, 18, 23]) {
      const local = day.toPlainDateTime({ hour, minute: 59 })
      if (written(local, zone) !== real(local)) return local.toString()
    }
  }
  return undefined
}

test('the written zone is the real one, every quarter of a day for the next ten years', () => {
  expect(firstDifference(amsterdamTimezone)).toBeUndefined()
})

const wrong: Record<string, [string, string]> = {
  'the first Sunday of October': ['BYMONTH=10;BYDAY=-1SU', 'BYMONTH=10;BYDAY=1SU'],
  'the fourth Sunday of March, which is the last in most years': ['BYMONTH=3;BYDAY=-1SU', 'BYMONTH=3;BYDAY=4SU'],
  'a winter that begins in November': ['BYMONTH=10', 'BYMONTH=11'],
  'a summer of half an hour': ['TZOFFSETTO:+0200', 'TZOFFSETTO:+0130'],
  'a rule that ends after nine years': [
    'RRULE:FREQ=YEARLY;BYMONTH=3',
    `RRULE:FREQ=YEARLY;UNTIL=${inNineYears()};BYMONTH=3`,
  ],
  'no summer at all': ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n', ''],
}
for (const [what, [right, fault]] of Object.entries(wrong)) {
  test(`this comparison catches ${what}`, () => {
    const component = amsterdamTimezone.replace(right, fault)
    expect(component).not.toBe(amsterdamTimezone)
    expect(firstDifference(component)).toBeDefined()
  })
}

function inNineYears(): string {
  return `${Temporal.Now.plainDateISO().add({ years: 9 }).toString().replaceAll('-', '')}T010000Z`
}

test('the written zone changes at the very hour', () => {
  const times = ['2027-03-28T01:59', '2027-03-28T03:00', '2027-10-31T01:59', '2027-10-31T03:00'].map((text) =>
    Temporal.PlainDateTime.from(text),
  )
  expect(times.map((time) => written(time))).toEqual([60, 120, 120, 60])
  expect(times.map(real)).toEqual([60, 120, 120, 60])
})

test('only the hour that is lived twice has two local times', () => {
  const around = ['00:59', '01:00', '01:30'].map((time) => Temporal.Instant.from(`2027-10-31T${time}:00+01:00`))
  expect(around.map(hasOneLocalTime)).toEqual([true, true, true].map((_, index) => index === 0))
})
