import { composeCalendarObject } from '#emails/calendar.ts'
import { anEntry, starts } from './calendar-fixture.ts'

/** Run by node itself, with TZ set by the test: prints one calendar object for every start. */
const objects = starts.map((start) => composeCalendarObject({ ...anEntry, start, end: start.add({ minutes: 90 }) }))
process.stdout.write(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, objects }))
