import { expect, test } from '@playwright/test'
import type { CalendarMessage, IncomingContent } from '#app/domain/inviting/incoming-mail.ts'
import { readReply } from '#emails/reply.ts'
import { aCalendar, aForwardedAnswer, anAnswerMail, ans, answering, aPlainMail, token, uid } from './answer-mail.ts'

function calendarIn(content: IncomingContent): CalendarMessage {
  if (content.kind !== 'calendar') throw new Error(`expected a calendar, found ${content.kind}`)
  return content.calendar
}

test('reads who answers what to which version', async () => {
  const mail = await readReply(
    anAnswerMail({
      calendar: aCalendar({ sequence: 3, extra: ['COMMENT:Ik kom\\, maar later', 'REQUEST-STATUS:2.0;Success'] }),
    }),
  )
  expect(mail.from).toBe(ans)
  expect(mail.recipients).toEqual([`rsvp+${token}@briefings.example`])
  expect(calendarIn(mail.content)).toEqual({
    method: 'REPLY',
    uid,
    sequence: 3,
    stampedAt: Temporal.Instant.from('2026-11-24T08:00:00Z'),
    attendees: [{ address: ans, partstat: 'ACCEPTED', delegatedTo: [] }],
    events: 1,
    hasRecurrenceId: false,
    comment: 'Ik kom, maar later',
    requestStatus: ['2.0;Success'],
    proposedStart: undefined,
    proposedEnd: undefined,
  })
})

test('needs no ORGANIZER, SEQUENCE, DTSTAMP or known time zone', async () => {
  const text = aCalendar({ organizer: null, sequence: null, stamp: null })
    .replace('DTSTART:20270112T183000Z', 'DTSTART;TZID=Romance Standard Time:20270112T193000')
    .replace('SUMMARY:Geaccepteerd', 'LOCATION:Zaal 1, Raadhuis, Leiderdorp\r\nSUMMARY:Accepté')
  const calendar = calendarIn((await readReply(anAnswerMail({ calendar: text }))).content)
  expect(calendar).toMatchObject({ uid, sequence: undefined, stampedAt: undefined })
})

// Seen to throw: ical.js reads a value when it is asked for, and three tries later somebody had to look.
test('what is no value of its kind says nothing, and the answer counts', async () => {
  const extra = ['COMMENT;VALUE=DATE:nooit', 'REQUEST-STATUS;VALUE=DATE:2']
  for (const stamp of ['20270510', '20270510T18', '', 'Z']) {
    const { content } = await readReply(anAnswerMail({ calendar: aCalendar({ stamp, extra }) }))
    const read = { uid, sequence: 0, stampedAt: undefined, comment: '', requestStatus: [] }
    expect(calendarIn(content), stamp).toMatchObject(read)
  }
})

test('finds the answer in a part without method, as a file or as octets with a name', async () => {
  for (const contentType of [
    'Content-Type: text/calendar; charset=utf-8',
    'Content-Type: application/ics; name=invite.ics',
    'Content-Type: application/octet-stream; name="antwoord.ICS"\r\nContent-Disposition: attachment; filename="antwoord.ICS"',
  ])
    expect(calendarIn((await readReply(anAnswerMail({ contentType }))).content).uid).toBe(uid)
  expect(calendarIn((await readReply(Buffer.from(aCalendar()))).content).uid).toBe(uid)
})

test('never reads an answer inside another mail', async () => {
  for (const disposition of [undefined, 'inline', 'attachment'] as const)
    expect((await readReply(aForwardedAnswer(disposition))).content.kind).toBe('human')
})

test('refuses to choose between several objects, and says what cannot be read', async () => {
  const kindOf = async (calendar: string, mail = {}) => (await readReply(anAnswerMail({ calendar, ...mail }))).content
  expect(await kindOf(aCalendar() + aCalendar())).toEqual({ kind: 'severalCalendars' })
  expect(await kindOf('BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n')).toMatchObject({ reason: 'syntax' })
  expect(await kindOf('geen agenda')).toMatchObject({ reason: 'syntax' })
  expect(await kindOf(aCalendar({ method: null }))).toMatchObject({ reason: 'noMethod' })
  expect(await kindOf(aCalendar(), { declaredMethod: 'REQUEST' })).toMatchObject({ reason: 'methodMismatch' })
  expect(await kindOf(aCalendar({ uid: '' }))).toMatchObject({ reason: 'noUid' })
  expect(await kindOf(aCalendar({ extra: [`COMMENT:${'a'.repeat(300_000)}`] }))).toMatchObject({ reason: 'tooLarge' })
  expect(await kindOf(aCalendar().replaceAll('VEVENT', 'VTODO'))).toMatchObject({ kind: 'notAnEvent' })
  expect(await kindOf(aCalendar().replaceAll('VEVENT', 'VTIMEZONE'))).toMatchObject({ reason: 'noEvent' })
})

test('reads UTF-8, what the part declares, and what old programs write without saying so', async () => {
  const text = aCalendar({ extra: ['COMMENT:Café'], attendees: [answering('DECLINED')] })
  const commentOf = async (bytes: Buffer, charset: string) => {
    const mail = anAnswerMail({ charset }).toString('latin1')
    const body = Buffer.from(aCalendar()).toString('base64')
    const raw = Buffer.from(mail.replace(body, bytes.toString('base64')), 'latin1')
    return calendarIn((await readReply(raw)).content).comment
  }
  expect(await commentOf(Buffer.from(`\ufeff${text}`), 'us-ascii')).toBe('Café')
  expect(await commentOf(Buffer.from(text, 'latin1'), 'iso-8859-1')).toBe('Café')
  expect(await commentOf(Buffer.from(text, 'latin1'), 'utf-8')).toBe('Café')
  expect(await commentOf(Buffer.from(text, 'latin1'), 'x-nobody-knows')).toBe('Café')
})

test('reads lines that end in LF and lines left empty', async () => {
  const text = aCalendar({ extra: ['', 'COMMENT:Tot dan'] }).replaceAll('\r\n', '\n')
  expect(calendarIn((await readReply(anAnswerMail({ calendar: text }))).content).comment).toBe('Tot dan')
})

test('tells a machine from a person, and still reads a machine that answers', async () => {
  expect((await readReply(aPlainMail())).content).toEqual({ kind: 'human' })
  expect((await readReply(aPlainMail(['Auto-Submitted: no']))).content).toEqual({ kind: 'human' })
  for (const header of [
    'Auto-Submitted: auto-replied',
    'X-Autoreply: yes',
    'Precedence: auto_reply',
    'Return-Path: <>',
  ])
    expect((await readReply(aPlainMail([header]))).content).toEqual({ kind: 'automatic' })
  const room = await readReply(anAnswerMail({ headers: ['Auto-Submitted: auto-generated'] }))
  expect(room.isAutomatic).toBe(true)
  expect(calendarIn(room.content).attendees[0]?.partstat).toBe('ACCEPTED')
})

test('knows delegates and proposals', async () => {
  const delegated = `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:bo@leiderdorp.example":mailto:${ans}`
  const byDelegate = await readReply(anAnswerMail({ calendar: aCalendar({ attendees: [delegated] }) }))
  expect(calendarIn(byDelegate.content).attendees).toEqual([
    { address: ans, partstat: 'DELEGATED', delegatedTo: ['bo@leiderdorp.example'] },
  ])
  const counter = calendarIn((await readReply(anAnswerMail({ method: 'COUNTER' }))).content)
  expect(counter.proposedStart?.toString()).toBe('2027-01-12T18:30:00Z')
})

test('a mail without end or bottom is described, not thrown', async () => {
  let deep = 'Content-Type: text/plain\r\n\r\nx'
  for (let level = 0; level < 400; level++)
    deep = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${deep}\r\n--b${level}--`
  expect((await readReply(Buffer.from(deep))).content.kind).toBe('unreadableMail')
  expect((await readReply(Buffer.from(''))).content.kind).toBe('human')
})
