import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { composeCalendarObject, composeFeed } from '#emails/calendar.ts'
import { CalendarObjectRefused, cleanLine, cleanName, cleanText } from '#emails/calendar-clean.ts'
import { feed } from '#emails/inviting/feed.ts'
import { anEntry } from './calendar-fixture.ts'
import { anEveningAt } from './feed-fixture.ts'

// What people type and paste, and what somebody would try who wants a property of his own in the object.
const hostile = fc.constantFrom(
  '\r\nATTENDEE:mailto:vreemd@elders.example',
  '\nEND:VEVENT\nBEGIN:VEVENT',
  '\r',
  '\u2028',
  '\u0000',
  '\u0085X-KWAAD:1',
  '\\n',
  '\\',
  ';',
  ',',
  ':',
  '"',
  '^n',
  '\t',
  '👩‍👩‍👧‍👦',
  'é',
  'e\u0301',
  '\ud800',
  '\ufeff',
)
const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }), hostile)
const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const anyText = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 1, arbitrary: words.map((text) => ''.padEnd(5000, `é,${text}`)) },
)
const line = anyText.map((text) => `a${text}`)

const names = (component: ICAL.Component) => component.getAllProperties().map((property) => property.name)
const usual = new ICAL.Component(ICAL.parse(composeCalendarObject({ ...anEntry, comment: 'x' })))
const usualNames = names(usual.getFirstSubcomponent('vevent') ?? usual).sort()

test('whatever people type comes back as the same value, and adds nothing', () => {
  fc.assert(
    fc.property(line, line, line, line, line, (summary, description, location, comment, name) => {
      const attendee = { name, address: 'ans@raadslid.example', partstat: 'NEEDS-ACTION' as const }
      const text = composeCalendarObject({ ...anEntry, summary, description, location, comment, attendee })
      expect(Math.max(...text.split('\r\n').map((row) => Buffer.byteLength(row)))).toBeLessThanOrEqual(75)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
      const calendar = new ICAL.Component(ICAL.parse(text))
      expect(calendar.getAllSubcomponents().map((part) => part.name)).toEqual(['vtimezone', 'vevent'])
      expect(names(calendar)).toEqual(names(usual))
      const event = calendar.getAllSubcomponents('vevent')[0] ?? calendar
      expect(names(event).sort()).toEqual(usualNames)
      expect(event.getFirstPropertyValue('summary')).toBe(cleanLine(summary))
      expect(event.getFirstPropertyValue('description')).toBe(cleanText(description))
      expect(event.getFirstPropertyValue('location')).toBe(cleanLine(location))
      expect(event.getFirstPropertyValue('comment')).toBe(cleanText(comment))
      expect(event.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe(cleanName(name))
      expect(event.getFirstPropertyValue('attendee')).toBe('mailto:ans@raadslid.example')
    }),
    { numRuns: 300 },
  )
})

test('cleaning leaves ordinary text as it is', () => {
  const ordinary = 'Gemeente Sûdwest, “Wonen”; 50 % – 👩‍👩‍👧‍👦 c:\\pad\nTweede regel'
  expect(cleanText(ordinary)).toBe(ordinary)
  expect(cleanText('een\r\ntwee\rdrie\u2028vier')).toBe('een\ntwee\ndrie\nvier')
  expect(cleanLine('  een\r\n twee ')).toBe('een twee')
  expect(cleanName('Jan "de" Vries^2')).toBe('Jan ’de’ Vries2')
})

test('a feed takes the name of anybody’s calendar without letting it become a property', () => {
  fc.assert(
    fc.property(line, (name) => {
      const calendar = new ICAL.Component(ICAL.parse(composeFeed({ name }, [anEntry])))
      expect(names(calendar)).toEqual([
        'version',
        'prodid',
        'method',
        'calscale',
        'name',
        'x-wr-calname',
        'x-wr-timezone',
        'refresh-interval',
        'x-published-ttl',
      ])
    }),
    { numRuns: 100 },
  )
})

test('whatever people type about an evening comes back from a feed as the same value, and adds nothing', () => {
  const winter = anEveningAt(Temporal.Instant.from('2027-01-12T18:30:00Z'))
  const read = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  const usualEvent = names(read(feed('x', [winter], 'briefings.example.nl'))[0] ?? usual)
  fc.assert(
    fc.property(line, line, line, line, (title, explanation, location, block) => {
      const programme = [{ title: block, minutes: 45 }]
      const evening = {
        ...winter,
        title,
        explanation,
        location,
        accessFacts: block,
        programme,
        municipalities: [block],
      }
      const text = feed(title, [evening, winter], 'briefings.example.nl')
      expect(Math.max(...text.split('\r\n').map((row) => Buffer.byteLength(row)))).toBeLessThanOrEqual(75)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
      const events = read(text)
      expect(events.map(names)).toEqual([usualEvent, usualEvent])
      expect(events[0]?.getFirstPropertyValue('summary')).toBe(cleanLine(title))
      expect(events[0]?.getFirstPropertyValue('location')).toBe(cleanLine(location))
      expect(String(events[0]?.getFirstPropertyValue('description'))).toContain(cleanText(explanation))
    }),
    { numRuns: 150 },
  )
})

test('five thousand characters of the worst in every field come back whole', () => {
  const worst = '\r\nATTENDEE:mailto:vreemd@elders.example,;:"^n\\n\t👩‍👩‍👧‍👦é\u2028'
  const long = `a${''.padEnd(4999, worst)}`
  const attendee = { name: long, address: 'ans@raadslid.example', partstat: 'NEEDS-ACTION' as const }
  const fields = { summary: long, description: long, location: long, comment: long }
  const text = composeCalendarObject({ ...anEntry, ...fields, attendee })
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? usual
  expect(names(event).sort()).toEqual(usualNames)
  expect(event.getFirstPropertyValue('description')).toBe(cleanText(long))
  expect(event.getFirstPropertyValue('summary')).toBe(cleanLine(long))
  expect(event.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe(cleanName(long))
  expect(event.getAllProperties('attendee')).toHaveLength(1)
})

test('a feed has no attendees, and the same events give the same bytes', () => {
  const text = composeFeed({ name: 'Raad' }, [anEntry])
  expect(text).not.toContain('ATTENDEE')
  expect(composeFeed({ name: 'Raad' }, [anEntry])).toBe(text)
  expect(composeFeed({ name: 'Leeg' }, [])).toContain('END:VCALENDAR\r\n')
})

const refused: Record<string, Partial<typeof anEntry>> = {
  'a UID that breaks the line': { uid: 'x@y.nl\r\nATTENDEE:mailto:z@y.nl' },
  'an address that breaks the line': { organizer: { name: 'P', address: 'a@b.nl\r\nX:1' } },
  'an address with a second address': { organizer: { name: 'P', address: 'a@b.nl,c@d.nl' } },
  'a link that is no link': { url: 'javascript:alert(1)' },
  'an end before the start': { end: anEntry.start },
  'a negative SEQUENCE': { sequence: -1 },
  'an empty title': { summary: ' \r\n ' },
}
for (const [what, change] of Object.entries(refused)) {
  test(`${what} is refused`, () => {
    expect(() => composeCalendarObject({ ...anEntry, ...change })).toThrow(CalendarObjectRefused)
  })
}
