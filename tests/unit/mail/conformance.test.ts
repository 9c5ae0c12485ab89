import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { composeRaw } from '#emails/compose-raw.server.ts'
import { feed } from '#emails/inviting/feed.ts'
import type { MailContent } from '#emails/message.ts'
import { addressed, anInvitee, everyMail } from '#emails/samples/every-mail.ts'
import { createTransport } from '#emails/transport.server.ts'
import { type JudgedCalendar, type ReadCalendar, readIndependently } from '#tests/support/independent-readers.ts'
import { type DeliveredMail, startMailSink } from '#tests/support/mail-sink.ts'
import { starts } from './calendar-fixture.ts'
import { anEveningAt } from './feed-fixture.ts'

const withCalendar = Object.entries(everyMail).filter(([, { calendar }]) => calendar)
const kindsSeen = new Set(withCalendar.map(([, { calendar }]) => calendar?.method))

/** Every mail with a calendar as a mail server got it, from the transport that the worker uses. */
async function deliverAll(): Promise<{ name: string; content: MailContent; sent: Buffer; got: DeliveredMail }[]> {
  const sink = await startMailSink()
  const transport = createTransport({ url: sink.smtpUrl, requireTls: false })
  const delivered = []
  for (const [name, content] of withCalendar) {
    const sent = await composeRaw(addressed(content))
    const envelope = { envelopeFrom: 'bounce+1@briefings.example.nl', recipient: anInvitee.address, dsnId: name }
    expect(await transport.send({ ...envelope, raw: sent })).toMatchObject({ state: 'sent' })
    const got = sink.all().at(-1)
    if (!got) throw new Error(`${name} did not arrive`)
    delivered.push({ name, content, sent, got })
  }
  transport.close()
  await sink.stop()
  return delivered
}

/** What is in the calendar by ical.js, in the words of the independent reader. */
function byOurParser(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const instant = (event: ICAL.Component, name: string) => {
    const time = event.getFirstPropertyValue(name)
    return time instanceof ICAL.Time ? new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z') : ''
  }
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    events: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
      start: instant(event, 'dtstart'),
      end: instant(event, 'dtend'),
      status: String(event.getFirstPropertyValue('status')),
      summary: String(event.getFirstPropertyValue('summary')),
      attendees: event.getAllProperties('attendee').map((attendee) => String(attendee.getFirstValue())),
    })),
  }
}

/** One that is not on this machine is named in the output; nothing passes in silence. */
function sayMissing(reader: string, reason: string): void {
  console.log(`NOT COMPARED with ${reader}, which is not on this machine (${reason}); read by ical.js alone.`)
  test.info().annotations.push({ type: `not compared with ${reader}`, description: reason })
}

async function expectAgreement(calendars: readonly string[]): Promise<void> {
  const readers = await readIndependently(calendars)
  const python = readers['python-icalendar']
  if ('missing' in python) sayMissing('python-icalendar', python.missing)
  else expect(python.found).toEqual(calendars.map(byOurParser))
  const { libical } = readers
  const good: JudgedCalendar = { errors: 0, isAllowed: true }
  if ('missing' in libical) sayMissing('libical', libical.missing)
  else expect(libical.found).toEqual(calendars.map(() => good))
}

test('every calendar mail, delivered: the bytes that left, two equal calendars, and every reader sees the same', async () => {
  expect([...kindsSeen].sort()).toEqual(['CANCEL', 'REQUEST'])
  const calendars: string[] = []
  for (const { name, content, sent, got } of await deliverAll()) {
    // Appended by the transfer, which ends every mail with a line end.
    expect(got.raw.replace(/\r\n$/, ''), name).toBe(sent.toString('latin1').replace(/\r\n$/, ''))
    expect([got.recipients, got.sender]).toEqual([[anInvitee.address], 'bounce+1@briefings.example.nl'])
    const copies = got.parsed.attachments.map((part) => `${part.contentType} ${part.content.toString()}`)
    expect(copies, name).toEqual(
      ['text/calendar', 'application/ics'].map((type) => `${type} ${content.calendar?.body}`),
    )
    const text = String(content.calendar?.body)
    expect(byOurParser(text)).toMatchObject({
      method: content.calendar?.method,
      events: [{ attendees: [`mailto:${anInvitee.address}`], uid: expect.stringMatching(/^[0-9a-f-]{36}@/) }],
    })
    expect(got.raw).toContain(`Content-Type: text/calendar; charset=utf-8; method=${content.calendar?.method}\r\n`)
    calendars.push(text)
    if (process.env.KEEP_CALENDARS) keep(`${name}.eml`, got.raw)
  }
  await expectAgreement(calendars)
})

test('every feed: an empty one, one of every status, one around the changes of the clock', async () => {
  const [winter] = starts
  if (!winter) throw new Error('no start')
  const statuses = (['option', 'published', 'cancelled', 'held'] as const).map((status, at) => {
    const evening = anEveningAt(winter.add({ hours: 24 * at }))
    return { ...evening, status }
  })
  const feeds = [[], statuses, starts.map(anEveningAt)].map((evenings) =>
    feed('Briefings Leiderdorp', evenings, 'briefings.example.nl'),
  )
  for (const [at, text] of feeds.entries()) {
    expect(byOurParser(text).events.every(({ attendees }) => attendees.length === 0)).toBe(true)
    if (process.env.KEEP_CALENDARS) keep(`feed-${at}.ics`, text)
  }
  await expectAgreement(feeds)
})

test('the readers are no rubber stamps: each planted fault is seen by one of them', async () => {
  const good = String(everyMail.invitation?.calendar?.body)
  const planted = {
    'an hour off': good.replace('T193000', 'T203000'),
    'a second attendee': good.replace('END:VEVENT', 'ATTENDEE:mailto:vreemd@elders.example\r\nEND:VEVENT'),
    'no organizer': good.replace(/ORGANIZER[^\r]*\r\n(?: [^\r]*\r\n)*/, ''),
    'another method': good.replace('METHOD:REQUEST', 'METHOD:PUBLISH'),
  }
  for (const [fault, text] of Object.entries(planted)) expect(text, fault).not.toBe(good)
  const wanted = byOurParser(good)
  for (const text of [planted['an hour off'], planted['a second attendee'], planted['another method']])
    expect(byOurParser(text)).not.toEqual(wanted)
  const { libical, 'python-icalendar': python } = await readIndependently(Object.values(planted))
  if ('missing' in python) sayMissing('python-icalendar', python.missing)
  else for (const at of [0, 1, 3]) expect(python.found[at]).not.toEqual(wanted)
  if ('missing' in libical) sayMissing('libical', libical.missing)
  else for (const at of [2, 3]) expect(libical.found[at]).not.toEqual({ errors: 0, isAllowed: true })
})

/** For a checker outside this project: KEEP_CALENDARS=<folder>. */
function keep(name: string, text: string): void {
  const folder = String(process.env.KEEP_CALENDARS)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text, name.endsWith('.eml') ? 'latin1' : 'utf8')
}
