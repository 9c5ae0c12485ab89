import { expect, test } from '@playwright/test'
import { newCalendarToken, personalToken } from '#app/domain/access/tokens.server.ts'
import { hiddenWords, maskFor } from '#app/domain/inviting/masked-text.ts'
import { personalLinks } from '#app/domain/inviting/personal-links.ts'
import type { ShownMail } from '#app/domain/inviting/shown-mail.ts'
import { mailAddresses } from '#emails/addresses.ts'
import { composeRaw } from '#emails/compose-raw.server.ts'
import { piecesOf } from '#emails/html-pieces.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import type { MailContent } from '#emails/message.ts'
import { addressed, anEvening, anInvitee, everyMail, instant } from '#emails/samples/every-mail.ts'
import { showMail, showMailHead } from '#emails/show-mail.ts'

const site = { baseUrl: 'http://localhost:3000' }
const calendarToken = newCalendarToken()
const token = personalToken('x'.repeat(40), '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11', 1)
const sessionId = '8a3d5a52-6a0f-4a57-9b55-0a1f4a7f3c99'
const mask = maskFor(site, [token, calendarToken])
const maskUnknown = maskFor(site, [])

const everythingIn = (mail: ShownMail) => JSON.stringify(mail).replace(/\\r\\n[ \t]?|\\n[ \t>]*/g, '')
const secretsIn = (mail: ShownMail) => [token, calendarToken].filter((secret) => everythingIn(mail).includes(secret))

function aPersonalInvitation(): Promise<Buffer> {
  const links = personalLinks(site, token).ofSession(sessionId)
  const organizer = mailAddresses('briefings.example.nl').answersTo(calendarToken)
  const invitee = { ...anInvitee, organizer, links }
  const content = invitation({
    evening: anEvening,
    invitee,
    stamp: { sequence: 0, stampedAt: instant('2026-11-24T09:00:00Z') },
  })
  return composeRaw({ ...addressed(content), replyTo: organizer })
}

/** What a reader sees of the body; where its source is broken into lines is not seen. */
function wordsIn(html: string): string {
  const pieces = [...piecesOf(html.slice(html.indexOf('<body')))]
  const words = pieces.map((each) => (each.piece === 'text' ? each.source : ''))
  return words
    .join('')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

for (const [name, mail] of Object.entries(everyMail)) {
  test(`${name} is shown as it is, without anything to click`, async () => {
    const shown = await showMail(await composeRaw(addressed(mail)), (text) => text)
    expect(shown.text).toBe(mail.text.trim())
    expect(shown.head.find((line) => line.name === 'subject')?.value).toBe(mail.subject)
    expect(shown.html).not.toMatch(/href|src=|<script|<form|<meta http/i)
    expect(wordsIn(shown.html ?? '')).toBe(wordsIn(mail.html))
    expect(shown.source).toContain(mail.text.trim().split('\n')[0])
    expect(shown.calendar?.method).toBe(mail.calendar?.method)
  })
}

test('the calendar entry says what it says', async () => {
  const shown = await showMail(
    await composeRaw(addressed(everyMail['session-changed-time'] as MailContent)),
    maskUnknown,
  )
  expect(shown.calendar).toMatchObject({
    method: 'REQUEST',
    summary: anEvening.title,
    start: instant('2027-07-06T17:30:00Z'),
    end: instant('2027-07-06T19:00:00Z'),
    location: anEvening.location,
    uid: anEvening.uid,
    sequence: 1,
    stampedAt: instant('2026-11-24T09:01:00Z'),
    status: 'CONFIRMED',
    organizer: `Provincie Zuid-Holland, rsvp+${hiddenWords}@briefings.example.nl`,
    attendees: [{ name: anInvitee.name, address: anInvitee.address, partstat: 'NEEDS-ACTION' }],
  })
})

test('nothing in a shown invitation lets its reader answer for the councillor', async () => {
  const raw = await aPersonalInvitation()
  const open = await showMail(raw, (text) => text)
  // The search itself finds both secrets, in the folded calendar too, when nothing is masked.
  for (const part of [open.text, open.source]) expect(part.replace(/\n[ \t]?/g, '')).toContain(token)
  expect(everythingIn(open)).toContain(calendarToken)
  for (const each of [mask, maskUnknown]) {
    const shown = await showMail(raw, each)
    expect(secretsIn(shown)).toEqual([])
    expect(shown.text).toContain(`http://localhost:3000/mijn/${hiddenWords}/bijeenkomst/${sessionId}?antwoord=ja`)
    expect(shown.source).toContain(`rsvp+${hiddenWords}@briefings.example.nl`)
    expect(shown.html).toContain('Ja, ik kom')
  }
})

test('an answer that quotes the invitation shows no secret either, however it is written', async () => {
  const url = personalLinks(site, token).ofSession(sessionId).yes
  const wrapped = `> ${url.slice(0, 60)}\r\n> ${url.slice(60)}`
  const safelink = `https://elders.example/?url=${encodeURIComponent(url)}&data=1`
  const html = `<p>Beste</p><a href="${safelink}">${url.replace('mijn', '&#109;ijn')}</a>`
  const quoted = html.replace(/=/g, '=3D').replace(token, `${token.slice(0, 20)}=\r\n${token.slice(20)}`)
  const raw = Buffer.from(
    [
      'From: ans@raadslid.example',
      `To: rsvp+${calendarToken}@briefings.example.nl`,
      `Subject: =?utf-8?B?${Buffer.from(`Re: ${url}`).toString('base64')}?=`,
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      'Content-Type: text/plain',
      '',
      wrapped,
      safelink,
      '--a',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      quoted,
      '--a',
      'Content-Type: message/rfc822',
      '',
      (await aPersonalInvitation()).toString('latin1'),
      '--a--',
      '',
    ].join('\r\n'),
  )
  const open = await showMail(raw, (text) => text)
  expect(secretsIn(open)).toEqual([token, calendarToken])
  const shown = await showMail(raw, mask)
  expect(secretsIn(shown)).toEqual([])
  expect(shown.source).toContain('Subject: Re: http://localhost:3000/mijn/')
})

test('a secret is masked in every field that is shown, also where nobody knows whose it is', async () => {
  const link = `${site.baseUrl}/mijn/${token}`
  const event = [`SUMMARY:${link}`, `ATTENDEE;CN="${link}":mailto:rsvp+${calendarToken}@briefings.example`]
  const calendar = ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:a', ...event, 'END:VEVENT', 'END:VCALENDAR']
  const head = [`From: "${link}" <a@x.example>`, `Subject: ${link}`, 'Content-Type: multipart/mixed; boundary=a', '']
  const file = ['--a', `Content-Type: image/png; name="${token}.png"`, '', 'x']
  const part = ['--a', 'Content-Type: text/calendar; method=REPLY', '', ...calendar, '--a--', '']
  const raw = Buffer.from([...head, ...file, ...part].join('\r\n'))
  expect(secretsIn(await showMail(raw, maskUnknown))).toEqual([])
  expect(JSON.stringify(await showMailHead(raw, maskUnknown))).not.toContain(token)
  expect(maskUnknown(`Mijn code: ${token}`)).toBe('Mijn code: ••••••')
  expect(maskUnknown('abcdefghijklmnop@briefings.example')).toBe('••••••@briefings.example')
  expect(maskUnknown('rsvp&plus;aaaa@briefings.example')).not.toContain('aaaa')
})

test('what cannot be taken apart is still shown', async () => {
  for (const raw of [
    Buffer.alloc(0),
    Buffer.from([0xff, 0xfe, 0, 1, 2]),
    Buffer.from('Content-Type: multipart/mixed; boundary=a\r\n\r\n--a'.repeat(3)),
  ]) {
    const shown = await showMail(raw, mask)
    expect(shown.html).toBeUndefined()
    expect(typeof shown.source).toBe('string')
  }
})

// Seen to fail: ical.js reads a value when it is asked for, and throws then; and no pattern is made of a boundary of a megabyte.
test('a date that is none and a boundary that is too long are shown as far as they go', async () => {
  const head = ['From: a@x.example', 'Content-Type: text/calendar; method=REPLY', '']
  const event = ['DTSTAMP:20270510', 'DTSTART:', 'DTEND;VALUE=DATE:nooit', 'SUMMARY;VALUE=DATE:Avond', 'LOCATION:Zaal']
  const calendar = ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR']
  const shown = await showMail(Buffer.from([...head, ...calendar].join('\r\n')), mask)
  expect(shown.calendar).toMatchObject({ start: undefined, end: undefined, stampedAt: undefined, location: 'Zaal' })
  const mark = 'b'.repeat(100_000)
  const bounded = [`Content-Type: multipart/mixed; boundary=${mark}`, '', `--${mark}`, '', 'binnenin', `--${mark}--`]
  expect((await showMail(Buffer.from(bounded.join('\r\n')), mask)).source).not.toContain('binnenin')
})
