import ICAL from 'ical.js'
import { bareAddress } from '#app/domain/inviting/bare-address.ts'
import type { AnsweringAttendee, CalendarMessage, IncomingContent } from '#app/domain/inviting/incoming-mail.ts'

const maxCalendarBytes = 256 * 1024
const maxCommentLength = 2000
const eventStatuses = ['TENTATIVE', 'CONFIRMED', 'CANCELLED']

/**
 * Reads one iTIP object (RFC 5546). Never needs ORGANIZER, SUMMARY or an understandable time zone: Outlook leaves the first out,
 * translates the second and names zones in its own way.
 * @param declared the parameters of the part's Content-Type
 */
export function readCalendar(bytes: Buffer, declared: { method?: string; charset?: string }): IncomingContent {
  if (bytes.length > maxCalendarBytes) return { kind: 'unreadableCalendar', reason: 'tooLarge' }
  const text = decodeCalendar(bytes, declared.charset)
  if ((text.match(/^[ \t]*BEGIN:VCALENDAR/gim) ?? []).length > 1) return { kind: 'severalCalendars' }
  const calendar = parseLenient(text)
  if (!calendar) return { kind: 'unreadableCalendar', reason: 'syntax' }
  const method = wordOf(calendar, 'method')?.toUpperCase()
  if (!method) return { kind: 'unreadableCalendar', reason: 'noMethod' }
  if (declared.method && declared.method.trim().toUpperCase() !== method)
    return { kind: 'unreadableCalendar', reason: 'methodMismatch' }
  const events = calendar.getAllSubcomponents('vevent')
  const [event] = events
  if (!event) return withoutEvent(calendar, method)
  const uids = new Set(events.map((each) => wordOf(each, 'uid')?.replace(/\s/g, '') ?? ''))
  const [uid] = uids
  if (uids.size > 1) return { kind: 'severalCalendars' }
  if (!uid) return { kind: 'unreadableCalendar', reason: 'noUid' }
  const attendees = attendeesOf(event)
  if (method === 'REQUEST') {
    if (attendees.length === 0) return { kind: 'unreadableCalendar', reason: 'noAttendee' }
    const status = wordOf(event, 'status')?.toUpperCase()
    if (status && !eventStatuses.includes(status)) return { kind: 'unreadableCalendar', reason: 'status' }
  }
  return { kind: 'calendar', calendar: describeEvent(event, { method, uid, attendees, events: events.length }) }
}

function withoutEvent(calendar: ICAL.Component, method: string): IncomingContent {
  const others = ['vfreebusy', 'vtodo', 'vjournal', 'vpoll']
  return others.some((name) => calendar.getFirstSubcomponent(name))
    ? { kind: 'notAnEvent', method }
    : { kind: 'unreadableCalendar', reason: 'noEvent' }
}

function describeEvent(
  event: ICAL.Component,
  known: Pick<CalendarMessage, 'method' | 'uid' | 'attendees' | 'events'>,
): CalendarMessage {
  const sequence = Number.parseInt(wordOf(event, 'sequence') ?? '', 10)
  const isCounter = known.method === 'COUNTER'
  return {
    ...known,
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : undefined,
    stampedAt: instantOf(event, 'dtstamp'),
    hasRecurrenceId: event.getFirstProperty('recurrence-id') !== null,
    comment: (wordOf(event, 'comment') ?? '').replaceAll('\0', '').trim().slice(0, maxCommentLength),
    requestStatus: event
      .getAllProperties('request-status')
      .flatMap((each) => readable(() => each.getValues().flat().join(';')) ?? []),
    proposedStart: isCounter ? instantOf(event, 'dtstart') : undefined,
    proposedEnd: isCounter ? instantOf(event, 'dtend') : undefined,
  }
}

function attendeesOf(event: ICAL.Component): AnsweringAttendee[] {
  return event.getAllProperties('attendee').map((attendee) => ({
    address: bareAddress(textOf(attendee) ?? ''),
    partstat: String(attendee.getFirstParameter('partstat') ?? 'NEEDS-ACTION').toUpperCase(),
    delegatedTo: [attendee.getParameter('delegated-to') ?? []].flat().map((each) => bareAddress(String(each))),
  }))
}

/** UTF-8 if it is; else what the part says; else what most old Windows programs write. */
export function decodeCalendar(bytes: Buffer, charset: string | undefined): string {
  for (const label of ['utf-8', charset?.trim().toLowerCase() ?? '']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // Not this one, or a name that nobody knows: the next.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

export function parseLenient(text: string): ICAL.Component | undefined {
  // A blank line inside an event (Lightning) or before its end (KMail) is no property.
  const lines = text.replace(/\r\n?|\n/g, '\n').replace(/\n(?:[ \t]*\n)+/g, '\n')
  try {
    const parsed = ICAL.parse(lines.trim()) as unknown
    if (!Array.isArray(parsed) || parsed[0] !== 'vcalendar') return undefined
    return new ICAL.Component(parsed as [])
  } catch {
    return undefined
  }
}

export function wordOf(component: ICAL.Component, name: string): string | undefined {
  return textOf(component.getFirstProperty(name))?.trim()
}

/** What a property says, as text. Values are read when they are asked for: one that is not of its kind, such as `DTSTAMP:20270510`, says nothing. */
export function textOf(property: ICAL.Property | null): string | undefined {
  return readable(() => {
    const value = property?.getFirstValue() ?? undefined
    return value === undefined ? undefined : String(value)
  })
}

function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** How Outlook names the zones of our neighbours (CLDR windowsZones): a proposal for another time is written in one. */
const windowsZones: Record<string, string> = {
  'W. Europe Standard Time': 'Europe/Amsterdam',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'GMT Standard Time': 'Europe/London',
}

/** Only moments that are certain: in UTC, or in a zone that everybody knows. */
export function instantOf(event: ICAL.Component, name: string): Temporal.Instant | undefined {
  const property = event.getFirstProperty(name)
  const text = textOf(property) ?? ''
  const zone = property?.getFirstParameter('tzid')
  try {
    if (text.endsWith('Z')) return Temporal.Instant.from(text)
    if (!zone) return undefined
    const name = windowsZones[String(zone)] ?? String(zone)
    return Temporal.PlainDateTime.from(text).toZonedDateTime(name).toInstant()
  } catch {
    // A zone that nobody knows, or a date that is none: the arrival of the mail stands in.
    return undefined
  }
}
