import { mailAddressPattern } from '#app/domain/access/mail-address.ts'
import type { CalendarEventInput } from './calendar-input.ts'

/** What may not go into a calendar at all; the rest is cleaned, never refused. */
export class CalendarObjectRefused extends Error {
  override name = 'CalendarObjectRefused'
}

// RFC 5545 §3.1 leaves control characters out of TEXT; a line feed survives because it is escaped.
const controls = /[^\P{Cc}\n]/gu
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu

/** What most people type: nothing of it has to be cleaned, which one look tells. */
const tidy = /^[\n -~\u00a1-\u02ff]*$/
const tidyLine = /^[!-~\u00a1-\u02ff]+(?: [!-~\u00a1-\u02ff]+)*$/

/** Text of several lines: every kind of line break becomes a line feed, control characters and broken surrogates go. */
export function cleanText(text: string): string {
  if (tidy.test(text)) return text
  return text.replace(lineBreaks, '\n').replaceAll('\t', ' ').replace(controls, '').toWellFormed()
}

/** Text of one line. */
export function cleanLine(text: string): string {
  if (tidyLine.test(text)) return text
  return cleanText(text).replace(/\s+/gu, ' ').trim()
}

/**
 * A display name (CN). RFC 6868 would write a quote as ^' and a caret as ^^, which Outlook and Gmail show as they stand:
 * both are replaced instead. A backslash has no meaning in a parameter (RFC 5545 §3.2), yet some read it as an escape: it goes.
 */
export function cleanName(name: string): string {
  return cleanLine(name)
    .replaceAll('"', '’')
    .replace(/[\^\\]/g, '')
    .trim()
}

/** A mailto URI (RFC 6068 §2), or a refusal: an address is never repaired. */
export function mailtoUri(address: string): string {
  if (!mailAddressPattern.test(address)) throw new CalendarObjectRefused('address cannot be written as a mailto URI')
  return `mailto:${address.replace(/[%?#`{|}^]/g, encodeURIComponent)}`
}

function cleanUrl(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) {
    throw new CalendarObjectRefused('link is not an absolute http(s) address')
  }
  return parsed.href
}

function checkUid(uid: string): string {
  if (!/^[A-Za-z0-9-]+@[A-Za-z0-9.-]+$/.test(uid)) throw new CalendarObjectRefused('UID has characters it may not have')
  return uid
}

function checkSequence(sequence: number): number {
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw new CalendarObjectRefused('SEQUENCE is not a whole number')
  return sequence
}

function checkGeo(geo: { latitude: number; longitude: number }) {
  if (!(Math.abs(geo.latitude) <= 90 && Math.abs(geo.longitude) <= 180))
    throw new CalendarObjectRefused('GEO is off the map')
  return geo
}

/** The input as it will stand in the object: everything a person typed is cleaned, everything we made is checked. */
export function cleanEvent(input: CalendarEventInput): CalendarEventInput {
  if (Temporal.Instant.compare(input.start, input.end) >= 0) throw new CalendarObjectRefused('ends before it starts')
  const summary = cleanLine(input.summary)
  if (!summary) throw new CalendarObjectRefused('SUMMARY is empty')
  return {
    uid: checkUid(input.uid),
    sequence: checkSequence(input.sequence),
    stampedAt: input.stampedAt.round({ smallestUnit: 'second', roundingMode: 'floor' }),
    start: input.start.round({ smallestUnit: 'second', roundingMode: 'floor' }),
    end: input.end.round({ smallestUnit: 'second', roundingMode: 'floor' }),
    summary,
    description: cleanText(input.description),
    location: cleanLine(input.location),
    geo: input.geo ? checkGeo(input.geo) : null,
    onlineUrl: input.onlineUrl ? cleanUrl(input.onlineUrl) : null,
    organizer: { name: cleanName(input.organizer.name), address: input.organizer.address },
    attendee: input.attendee && { ...input.attendee, name: cleanName(input.attendee.name) || input.attendee.address },
    status: input.status,
    comment: input.comment ? cleanText(input.comment) : null,
    url: input.url ? cleanUrl(input.url) : null,
  }
}
