import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { claimedFeedId, feedToken, personalToken, provesFeedToken } from '#app/domain/access/tokens.server.ts'
import { feedAddresses, feedName } from '#app/domain/inviting/calendar-feed.ts'
import { feed } from '#emails/inviting/feed.ts'
import { starts } from './calendar-fixture.ts'
import { anEveningAt } from './feed-fixture.ts'

const script = fileURLToPath(new URL('./print-feed.ts', import.meta.url))
const printedIn = (zone: string) =>
  execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })

test('a feed tells every evening at the right hour, winter and summer, whatever the zone of the server', () => {
  const text = printedIn('UTC')
  for (const zone of ['America/New_York', 'Pacific/Auckland']) expect(printedIn(zone)).toBe(text)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const found = calendar.getAllSubcomponents('vevent').map((event) => {
    const start = event.getFirstPropertyValue('dtstart')
    return start instanceof ICAL.Time ? start.toUnixTime() * 1000 : Number.NaN
  })
  expect(found).toEqual(starts.map((start) => start.epochMilliseconds))
})

test('a feed is published, without attendees, with an organizer that is a mailbox of its own', () => {
  const calendar = new ICAL.Component(ICAL.parse(printedIn('UTC')))
  const value = (name: string) => calendar.getFirstPropertyValue(name)
  expect([value('method'), value('name'), value('x-wr-calname')]).toEqual([
    'PUBLISH',
    'Briefings Leiderdorp',
    'Briefings Leiderdorp',
  ])
  expect(String(value('refresh-interval'))).toBe('PT1H')
  for (const event of calendar.getAllSubcomponents('vevent')) {
    expect(event.getAllProperties('attendee')).toEqual([])
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:agenda@briefings.example.nl')
    expect(event.getFirstPropertyValue('uid')).toMatch(/^feed-[0-9a-f-]{36}@briefings\.example\.nl$/)
    expect(String(event.getFirstPropertyValue('last-modified'))).toBe('2026-11-24T09:00:00Z')
  }
})

test('an option is tentative and a cancelled evening cancelled, in STATUS and in words', () => {
  const winter = starts.at(-2) ?? Temporal.Instant.from('2027-01-12T18:30:00Z')
  const text = feed(
    'x',
    (['option', 'cancelled', 'held'] as const).map((status) => ({ ...anEveningAt(winter), status })),
    'briefings.example.nl',
  )
  expect(text.match(/^(STATUS|SUMMARY).*$/gm)?.map((line) => line.trim())).toEqual([
    'SUMMARY;LANGUAGE=nl:Optie: Wonen en energie in de Leidse regio',
    'STATUS:TENTATIVE',
    'SUMMARY;LANGUAGE=nl:Gaat niet door: Wonen en energie in de Leidse regio',
    'STATUS:CANCELLED',
    'SUMMARY;LANGUAGE=nl:Wonen en energie in de Leidse regio',
    'STATUS:CONFIRMED',
  ])
})

test('an evening that is off says why, before anything else', () => {
  const evening = { ...anEveningAt(Temporal.Instant.from('2027-01-12T18:30:00Z')), cancelReason: 'De spreker is ziek.' }
  const text = feed('x', [{ ...evening, status: 'cancelled' }], 'briefings.example.nl')
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  expect(event?.getFirstPropertyValue('description')).toMatch(/^Gaat niet door: De spreker is ziek\.\n\nUw raad/)
})

test('a title that is no text leaves the calendar standing', () => {
  const winter = anEveningAt(Temporal.Instant.from('2027-01-12T18:30:00Z'))
  expect(feed('x', [{ ...winter, title: '\u0001' }], 'briefings.example.nl')).toContain(
    'SUMMARY;LANGUAGE=nl:Briefing\r\n',
  )
})

test('a calendar without evenings is still a calendar: RFC 5545 §3.6 asks for a component, and the time zone is one', () => {
  // Seen to fail with the time zone taken out of the empty calendar.
  const text = feed('x', [], 'briefings.example.nl')
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone'])
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(text).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Amsterdam\r\n/)
  expect(text).toMatch(/END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/)
})

const id = '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11'
const secret = 'a secret of at least thirty-two characters'

test('an address proves the calendar and its version, and opens nothing else', () => {
  const token = feedToken(secret, id, 3)
  expect(claimedFeedId(token)).toBe(id)
  expect(provesFeedToken(secret, token, id, 3)).toBe(true)
  expect(provesFeedToken(secret, token, id, 4), 'made new').toBe(false)
  expect(provesFeedToken('another secret of thirty-two letters', token, id, 3)).toBe(false)
  expect(provesFeedToken(secret, personalToken(secret, id, 3), id, 3), 'a personal link is no calendar').toBe(false)
  expect(provesFeedToken(secret, `${token.slice(0, -2)}AA`, id, 3)).toBe(false)
  for (const bad of ['', 'x', '..', `${token}A`, 'é']) expect(claimedFeedId(bad)).toBeUndefined()
})

test('addresses and names', () => {
  expect(feedAddresses({ baseUrl: 'https://portaal.example' }, 't')).toEqual({
    plain: 'https://portaal.example/agenda/t.ics',
    webcal: 'webcal://portaal.example/agenda/t.ics',
  })
  expect(feedName({ subject: { kind: 'person', personId: id }, of: '' })).toBe('Briefings van de provincie')
  expect(feedName({ subject: { kind: 'region', personId: id, regionId: 'x' }, of: 'Leidse regio' })).toBe(
    'Briefings Leidse regio',
  )
  expect(feedName({ subject: { kind: 'speaker', speakerId: id }, of: 'Noor Voorbeeld' })).toBe(
    'Briefings met Noor Voorbeeld',
  )
})
