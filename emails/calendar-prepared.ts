import ICAL from 'ical.js'
import { assertFaithful, assertPersonal } from './calendar-assert.ts'
import { mailtoUri } from './calendar-clean.ts'
import type { CalendarEventInput, CalendarMethod } from './calendar-input.ts'
import { keeping } from './fill-in.ts'

type Write = (method: CalendarMethod, event: CalendarEventInput) => string

/** What differs from person to person in the objects about one evening; each is one line of the event. */
const personal = ['organizer', 'attendee', 'url', 'description'] as const

const blankAddress = 'niemand@leeg.example'
const blankUrl = 'https://leeg.example/'

/**
 * Writes the objects about one evening for many people: what they share is written once, by the generator and the normaliser, and each person's own
 * lines are written by the same parser's own writer, with its escaping and its folding. The result is the one that `write` gives, to the byte. What is
 * shared is read back once as well, and each person's lines for each.
 * @throws {CalendarObjectRefused} when what was read back differs from what was asked
 */
export function preparedWriter(write: Write): Write {
  const kept = keeping<PreparedObject>(100)
  return (method, event) => {
    const blank = withoutPerson(event)
    const { before, lines, after } = kept(keyOf(method, blank), () => {
      const text = write(method, blank)
      assertFaithful(text, method, [blank])
      return prepare(text)
    })
    let text = before
    let own = ''
    for (const line of lines) {
      const written = typeof line === 'string' ? line : lineOf(line, event)
      text += written
      if (typeof line !== 'string') own += written
    }
    assertPersonal(own, event)
    return text + after
  }
}

/** A line that everybody shares, or the property that is written anew for each. */
type PreparedObject = { before: string; lines: readonly (string | Property)[]; after: string }

/** jCal (RFC 7265 §3.4): name, parameters, type, value. */
type Property = [name: string, parameters: Record<string, string>, type: string, value: unknown]

/** Writing a moment in words for each person costs as much as her own lines do. */
function keyOf(method: CalendarMethod, { stampedAt, start, end, ...rest }: CalendarEventInput): string {
  return JSON.stringify([method, ...[stampedAt, start, end].map((moment) => moment.epochMilliseconds), rest])
}

function withoutPerson(event: CalendarEventInput): CalendarEventInput {
  return {
    ...event,
    description: event.description && 'leeg',
    url: event.url && blankUrl,
    organizer: { ...event.organizer, address: blankAddress },
    attendee: event.attendee && { ...event.attendee, name: 'leeg', address: blankAddress },
  }
}

function prepare(text: string): PreparedObject {
  const begin = 'BEGIN:VEVENT\r\n'
  const end = 'END:VEVENT\r\nEND:VCALENDAR\r\n'
  const from = text.indexOf(begin) + begin.length
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  const properties: Property[] = event?.jCal[1] ?? []
  const lines = properties.map((property) => (isPersonal(property) ? property : written(property)))
  const prepared = { before: text.slice(0, from), lines, after: end }
  const again = prepared.before + properties.map(written).join('') + end
  if (again !== text) throw new Error('an object that was read and written again is another object')
  return prepared
}

function isPersonal([name]: Property): boolean {
  return personal.some((each) => each === name)
}

function written(property: Property): string {
  return `${ICAL.stringify.property(property, ICAL.design.icalendar, false)}\r\n`
}

function lineOf([name, parameters, type]: Property, event: CalendarEventInput): string {
  switch (name as (typeof personal)[number]) {
    case 'organizer':
      return written([name, parameters, type, mailtoUri(event.organizer.address)])
    case 'attendee':
      return written([
        name,
        { ...parameters, cn: event.attendee?.name ?? '' },
        type,
        mailtoUri(event.attendee?.address ?? ''),
      ])
    case 'url':
      return written([name, parameters, type, event.url])
    case 'description':
      return written([name, parameters, type, event.description])
  }
}
