import type ICAL from 'ical.js'
import { bareAddress } from '#app/domain/inviting/bare-address.ts'
import type { Mask } from '#app/domain/inviting/masked-text.ts'
import type { ShownCalendar } from '#app/domain/inviting/shown-mail.ts'
import { decodeCalendar, instantOf, parseLenient, textOf, wordOf } from './reply-calendar.ts'

const mostAttendees = 50

/** The first event of a calendar part, for people to read; undefined when it holds none. */
export function showCalendar(bytes: Buffer, charset: string | undefined, mask: Mask): ShownCalendar | undefined {
  const calendar = parseLenient(decodeCalendar(bytes, charset))
  const event = calendar?.getFirstSubcomponent('vevent')
  if (!calendar || !event) return undefined
  const word = (name: string) => {
    const text = wordOf(event, name)
    return text ? mask(text) : undefined
  }
  const sequence = Number(wordOf(event, 'sequence') ?? Number.NaN)
  return {
    method: (wordOf(calendar, 'method') ?? '').toUpperCase(),
    summary: word('summary'),
    start: instantOf(event, 'dtstart'),
    end: instantOf(event, 'dtend'),
    location: word('location'),
    uid: word('uid'),
    sequence: Number.isSafeInteger(sequence) ? sequence : undefined,
    stampedAt: instantOf(event, 'dtstamp'),
    status: wordOf(event, 'status')?.toUpperCase(),
    organizer: organizerOf(event, mask),
    attendees: event
      .getAllProperties('attendee')
      .slice(0, mostAttendees)
      .map((attendee) => ({
        name: nameOf(attendee, mask),
        address: mask(bareAddress(textOf(attendee) ?? '')),
        partstat: String(attendee.getFirstParameter('partstat') ?? 'NEEDS-ACTION').toUpperCase(),
      })),
    comment: word('comment'),
  }
}

function organizerOf(event: ICAL.Component, mask: Mask): string | undefined {
  const organizer = event.getFirstProperty('organizer')
  if (!organizer) return undefined
  const address = mask(bareAddress(textOf(organizer) ?? ''))
  const name = nameOf(organizer, mask)
  return name ? `${name}, ${address}` : address
}

function nameOf(property: ICAL.Property, mask: Mask): string | undefined {
  const name = property.getFirstParameter('cn')
  return name ? mask(String(name)) : undefined
}
