import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Partstat } from '#app/domain/inviting/calendar-event.ts'
import { assertFaithful } from './calendar-assert.ts'
import { cleanEvent, cleanLine } from './calendar-clean.ts'
import type { CalendarEventInput, CalendarMethod, CalendarObjectInput, FeedHead } from './calendar-input.ts'
import { normaliseCalendar } from './calendar-normalise.ts'
import { preparedWriter } from './calendar-prepared.ts'
import { amsterdamTimezone, calendarZone, hasOneLocalTime } from './calendar-zone.ts'

const prodId = { company: 'Provincie Zuid-Holland', product: 'Raadsbriefing', language: 'NL' }

/**
 * One iTIP object about one evening for one person (RFC 5546 §3.2.2, §3.2.5), or one published event without attendee (§3.2.1).
 * Times are written in Europe/Amsterdam, whatever zone this process runs in. The result was read back by a second parser and
 * says exactly what went in.
 * @throws {CalendarObjectRefused} when the input cannot be written, or the object read back differs
 */
export function composeCalendarObject(input: CalendarObjectInput): string {
  const { method } = input
  return writeObject(method, cleanEvent(input))
}

/** The whole way for one object: the generator writes it, the normaliser reads it and writes it again. */
export function writeWhole(method: CalendarMethod, event: CalendarEventInput): string {
  return normaliseCalendar(generate(method, [event]), method, [event])
}

const writeObject = preparedWriter(writeWhole)

/** A subscribed calendar: PUBLISH, no attendees, stable bytes as long as the events stay the same. */
export function composeFeed(head: FeedHead, inputs: readonly CalendarEventInput[]): string {
  const events = inputs.map((input) => cleanEvent({ ...input, attendee: null }))
  // The parser does not know NAME and X-WR-CALNAME as text and would leave these three unescaped.
  const name = cleanLine(head.name.replace(/[,;\\]/g, ' '))
  const text = normaliseCalendar(generate('PUBLISH', events), 'PUBLISH', events, { name })
  assertFaithful(text, 'PUBLISH', events, { name })
  return text
}

function generate(method: CalendarMethod, events: readonly CalendarEventInput[]): string {
  const calendar = ical({ prodId, method: ICalCalendarMethod[method] })
  // A zone on the calendar itself would strip the Z from DTSTAMP; it only lends its VTIMEZONE here.
  calendar.timezone({ name: null, generator: () => amsterdamTimezone })
  for (const event of events) {
    const local = hasOneLocalTime(event.start) && hasOneLocalTime(event.end)
    const written = calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: event.stampedAt.toZonedDateTimeISO('UTC'),
      lastModified: event.stampedAt.toZonedDateTimeISO('UTC'),
      start: event.start.toZonedDateTimeISO(local ? calendarZone : 'UTC'),
      end: event.end.toZonedDateTimeISO(local ? calendarZone : 'UTC'),
      timezone: local ? calendarZone : 'UTC',
      summary: event.summary,
      description: event.description || null,
      location: event.location || null,
      url: event.url ?? null,
      status: ICalEventStatus[event.status],
      // What is off takes nobody's time, also where a subscribed calendar goes on showing it.
      transparency:
        method === 'PUBLISH' && event.status === 'CANCELLED'
          ? ICalEventTransparency.TRANSPARENT
          : ICalEventTransparency.OPAQUE,
      organizer: { name: event.organizer.name, email: event.organizer.address },
    })
    if (event.attendee) {
      written.createAttendee({
        name: event.attendee.name,
        email: event.attendee.address,
        role: event.attendee.role === 'OPT-PARTICIPANT' ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
        type: ICalAttendeeType[event.attendee.cutype ?? 'INDIVIDUAL'],
        status: attendeeStatuses[event.attendee.partstat],
        rsvp: method === 'REQUEST',
      })
    }
  }
  return calendar.toString()
}

const attendeeStatuses: Record<Partstat, ICalAttendeeStatus> = {
  'NEEDS-ACTION': ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  TENTATIVE: ICalAttendeeStatus.TENTATIVE,
  DECLINED: ICalAttendeeStatus.DECLINED,
}
