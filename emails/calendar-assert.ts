import ICAL from 'ical.js'
import { CalendarObjectRefused, mailtoUri } from './calendar-clean.ts'
import type { CalendarEventInput, CalendarMethod, FeedHead } from './calendar-input.ts'
import { amsterdamTimezone, calendarZone } from './calendar-zone.ts'
import { keeping } from './fill-in.ts'

const calendarNames = ['version', 'prodid', 'calscale', 'method']
const feedNames = ['name', 'x-wr-calname', 'x-wr-timezone', 'refresh-interval', 'x-published-ttl']
const alwaysNames = [
  'uid',
  'sequence',
  'dtstamp',
  'dtstart',
  'dtend',
  'summary',
  'transp',
  'organizer',
  'status',
  'last-modified',
]
// Expanding the rules of a zone costs a hundred times more than reading an object, so it happens once; every object is then
// held to carry this very zone.
const zone = new ICAL.Timezone({ tzid: calendarZone, component: amsterdamTimezone })
const zoneLines = `${amsterdamTimezone}\r\n`
const requestNames = ['x-microsoft-cdo-busystatus', 'x-microsoft-cdo-intendedstatus', 'x-microsoft-disallow-counter']

/**
 * The last gate: reads the finished bytes once more and compares them with what was asked. One property too many, one value
 * that differs, one hour off, one line too long, and the object does not leave.
 */
export function assertFaithful(
  text: string,
  method: CalendarMethod,
  inputs: readonly CalendarEventInput[],
  feed?: FeedHead,
): void {
  assertLines(text)
  // The zone is a constant: it is compared as it stands, and what is left is read.
  const withoutZone = text.replace(zoneLines, '')
  const hasZone = withoutZone !== text
  const calendar = new ICAL.Component(ICAL.parse(withoutZone))
  same('calendar properties', namesOf(calendar), feed ? [...calendarNames, ...feedNames] : calendarNames)
  same('METHOD', calendar.getFirstPropertyValue('method'), method)
  if (feed) same('NAME', calendar.getFirstPropertyValue('name'), feed.name)
  const events = calendar.getAllSubcomponents('vevent')
  const used =
    inputs.length === 0 || events.some((event) => Boolean(event.getFirstProperty('dtstart')?.getFirstParameter('tzid')))
  same('VTIMEZONE', hasZone, used)
  same('components', calendar.getAllSubcomponents().length, inputs.length)
  same('VEVENT', events.length, inputs.length)
  for (const [index, input] of inputs.entries()) {
    const event = events[index]
    if (event) assertEvent(event, method, input)
  }
}

/** The same for the lines of one person in an object whose other lines were read back before: ORGANIZER, ATTENDEE, URL and DESCRIPTION. */
export function assertPersonal(lines: string, input: CalendarEventInput): void {
  assertLines(lines)
  const event = new ICAL.Component(ICAL.parse(`BEGIN:VEVENT\r\n${lines}END:VEVENT`))
  same('components of one person', event.getAllSubcomponents().length, 0)
  same('properties of one person', namesOf(event), ['organizer', ...presentNames(input, personalNames)])
  assertPersonalValues(event, input)
}

function assertPersonalValues(event: ICAL.Component, input: CalendarEventInput): void {
  same('DESCRIPTION', event.getFirstPropertyValue('description') ?? '', input.description)
  same('URL', event.getFirstPropertyValue('url') ?? '', input.url ?? '')
  assertPerson(event, 'organizer', input.organizer)
  if (input.attendee) assertPerson(event, 'attendee', input.attendee)
}

function assertEvent(event: ICAL.Component, method: CalendarMethod, input: CalendarEventInput): void {
  same('event properties', namesOf(event), expectedNames(method, input))
  same('components of the event', event.getAllSubcomponents().length, 0)
  same('UID', event.getFirstPropertyValue('uid'), input.uid)
  same('SEQUENCE', event.getFirstPropertyValue('sequence'), input.sequence)
  same('STATUS', event.getFirstPropertyValue('status'), input.status)
  same('SUMMARY', event.getFirstPropertyValue('summary'), input.summary)
  same('LOCATION', event.getFirstPropertyValue('location') ?? '', input.location)
  same('COMMENT', event.getFirstPropertyValue('comment') ?? '', input.comment ?? '')
  same('CONFERENCE', event.getFirstPropertyValue('conference') ?? '', input.onlineUrl ?? '')
  assertInstant(event, 'dtstart', input.start)
  assertInstant(event, 'dtend', input.end)
  assertInstant(event, 'dtstamp', input.stampedAt)
  assertPersonalValues(event, input)
}

const personalNames = ['attendee', 'url', 'description'] as const
const optionalNames = [...personalNames, 'location', 'geo', 'comment'] as const

function presentNames<Name extends keyof CalendarEventInput>(
  input: CalendarEventInput,
  names: readonly Name[],
): Name[] {
  return names.filter((name) => Boolean(input[name]))
}

function expectedNames(method: CalendarMethod, input: CalendarEventInput): string[] {
  const names: string[] = [...alwaysNames, ...presentNames(input, optionalNames)]
  if (input.onlineUrl) names.push('conference')
  return method === 'REQUEST' ? [...names, ...requestNames] : names
}

function assertInstant(event: ICAL.Component, name: string, expected: Temporal.Instant): void {
  const tzid = event.getFirstProperty(name)?.getFirstParameter('tzid')
  const time = event.getFirstPropertyValue(name)
  if (!(time instanceof ICAL.Time)) throw new CalendarObjectRefused(`${name.toUpperCase()} is no date and time`)
  if (tzid) same(`zone of ${name.toUpperCase()}`, tzid, calendarZone)
  same(name.toUpperCase(), tzid ? secondsOf(time) : time.toUnixTime(), expected.epochMilliseconds / 1000)
}

const seconds = keeping<number>(1_000)

/** A local time in our zone as a Unix time; worked out once for the evening that a thousand objects are about. */
function secondsOf(time: ICAL.Time): number {
  return seconds(time.toString(), () => {
    time.zone = zone
    return time.toUnixTime()
  })
}

function assertPerson(event: ICAL.Component, name: string, expected: { name: string; address: string }): void {
  const property = event.getFirstProperty(name)
  same(name.toUpperCase(), property?.getFirstValue(), mailtoUri(expected.address))
  same(`name of ${name.toUpperCase()}`, property?.getFirstParameter('cn') ?? '', expected.name)
}

/** RFC 5545 §3.1: CRLF after every line, at most 75 octets in one, no control characters. */
function assertLines(text: string): void {
  if (!text.endsWith('\r\n')) throw new CalendarObjectRefused('no CRLF after the last line')
  if (/\p{Cc}/u.test(text.replaceAll('\r\n', ''))) throw new CalendarObjectRefused('control character in a line')
  const lines = text.split('\r\n')
  if (lines.some((line) => Buffer.byteLength(line) > 75)) throw new CalendarObjectRefused('line longer than 75 octets')
}

function namesOf(component: ICAL.Component): string[] {
  return component.getAllProperties().map((property) => property.name)
}

function same(what: string, found: unknown, expected: unknown): void {
  const equal =
    Array.isArray(found) && Array.isArray(expected)
      ? [...found].sort().join() === [...expected].sort().join()
      : Object.is(found, expected)
  if (!equal) throw new CalendarObjectRefused(`${what} read back differs from what was asked`)
}
