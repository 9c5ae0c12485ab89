import ICAL from 'ical.js'
import { mailtoUri } from './calendar-clean.ts'
import type { CalendarEventInput, CalendarMethod, FeedHead } from './calendar-input.ts'
import { amsterdamTimezone, calendarZone } from './calendar-zone.ts'

// The parser counts the octets of a folded line without the space in front of it; RFC 5545 §3.1 counts that space.
ICAL.foldLength = 74

/**
 * Reads what the generator wrote with a second parser and writes it again by the grammar: properties before components
 * (RFC 5545 §3.6), lower-case mailto, the language of the text, what the generator cannot express, and a CRLF after the last
 * line. Nothing of the input can become a property here, because the parser already decided where each value ends.
 */
export function normaliseCalendar(
  generated: string,
  method: CalendarMethod,
  inputs: readonly CalendarEventInput[],
  feed?: FeedHead,
): string {
  const calendar = new ICAL.Component(ICAL.parse(generated))
  calendar.removeAllProperties('timezone-id')
  if (!calendar.getFirstProperty('calscale')) calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  if (feed) describeFeed(calendar, feed)
  const events = calendar.getAllSubcomponents('vevent')
  for (const [index, event] of events.entries()) {
    const input = inputs[index]
    if (input) complete(event, method, input)
  }
  const needsZone = events.some((event) => event.getFirstProperty('dtstart')?.getFirstParameter('tzid'))
  if (!needsZone) calendar.removeAllSubcomponents('vtimezone')
  // A calendar without any component is none (RFC 5545 §3.6); the zone alone says that there is nothing yet.
  if (events.length === 0) calendar.addSubcomponent(new ICAL.Component(ICAL.parse(amsterdamTimezone)))
  return `${calendar.toString()}\r\n`
}

function complete(event: ICAL.Component, method: CalendarMethod, input: CalendarEventInput): void {
  event.getFirstProperty('organizer')?.setValue(mailtoUri(input.organizer.address))
  if (input.attendee) event.getFirstProperty('attendee')?.setValue(mailtoUri(input.attendee.address))
  if (method === 'CANCEL') event.getFirstProperty('attendee')?.setParameter('rsvp', 'FALSE')
  if (input.geo) {
    const geo = new ICAL.Property('geo', event)
    geo.setValue([String(input.geo.latitude), String(input.geo.longitude)])
    event.addProperty(geo)
  }
  if (input.comment) event.addPropertyWithValue('comment', input.comment)
  for (const name of ['summary', 'description', 'location', 'comment']) {
    event.getFirstProperty(name)?.setParameter('language', 'nl')
  }
  if (input.onlineUrl) {
    const conference = new ICAL.Property('conference', event)
    conference.resetType('uri')
    conference.setParameter('feature', 'VIDEO')
    conference.setParameter('label', 'Online deelnemen')
    conference.setValue(input.onlineUrl)
    event.addProperty(conference)
  }
  if (method === 'REQUEST') {
    // MS-OXCICAL: tentative until answered, busy afterwards, and no "propose new time" button.
    event.addPropertyWithValue('x-microsoft-cdo-busystatus', 'TENTATIVE')
    event.addPropertyWithValue('x-microsoft-cdo-intendedstatus', 'BUSY')
    event.addPropertyWithValue('x-microsoft-disallow-counter', 'TRUE')
  }
}

/** RFC 7986 §5.1, §5.7, beside the older X- names that Outlook and Apple read. */
function describeFeed(calendar: ICAL.Component, feed: FeedHead): void {
  for (const name of ['name', 'x-wr-calname']) calendar.addPropertyWithValue(name, feed.name)
  calendar.addPropertyWithValue('x-wr-timezone', calendarZone)
  const interval = new ICAL.Property('refresh-interval', calendar)
  interval.resetType('duration')
  interval.setValue(ICAL.Duration.fromString('PT1H'))
  calendar.addProperty(interval)
  calendar.addPropertyWithValue('x-published-ttl', 'PT1H')
}
