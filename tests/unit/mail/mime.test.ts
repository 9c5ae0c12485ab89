import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { composeRaw } from '#emails/compose-raw.server.ts'
import type { MailContent } from '#emails/message.ts'
import { addressed, everyMail } from '#emails/samples/every-mail.ts'

/** Content types by depth, as they stand in the bytes. */
function tree(raw: string): string[] {
  const boundaries: string[] = []
  return [
    ...raw.matchAll(/^Content-Type: ([^;\r\n]+)((?:;[^\r\n]*|\r\n[ \t][^\r\n]*)*)|^----_NmP(.+)--\r?$/gm),
  ].flatMap((match) => {
    const [, type, parameters, closed] = match
    if (closed) {
      boundaries.pop()
      return []
    }
    const depth = '  '.repeat(boundaries.length)
    const boundary = /boundary="([^"]+)"/.exec(parameters ?? '')?.[1]
    if (boundary) boundaries.push(boundary)
    return [`${depth}${type}`]
  })
}

for (const [name, mail] of Object.entries(everyMail)) {
  test(`${name} is one mail to one person, marked as automatic`, async () => {
    const raw = await composeRaw(addressed(mail))
    const text = raw.toString('latin1')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
    const parsed = await simpleParser(raw)
    expect(parsed.subject).toBe(mail.subject)
    expect(parsed.text?.trim()).toBe(mail.text.trim())
    expect([parsed.to].flat().flatMap((field) => field?.value ?? [])).toHaveLength(1)
    expect(parsed.cc ?? parsed.bcc).toBeUndefined()
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('OOF, AutoReply')
    expect(parsed.headers.has('list-unsubscribe')).toBe(false)
    expect(parsed.headers.has('precedence')).toBe(false)
    expect(parsed.messageId).toBe(`<3f0d5a52.s0.${mail.kind}.1@briefings.example.nl>`)
    expect(parsed.date?.toISOString()).toBe('2026-11-24T09:00:00.000Z')
  })
}

for (const [name, mail] of Object.entries(everyMail).filter(([, { calendar }]) => calendar)) {
  test(`${name} has the tree that calendars show buttons for`, async () => {
    const text = (await composeRaw(addressed(mail))).toString('latin1')
    expect(tree(text)).toEqual([
      'multipart/mixed',
      '  multipart/alternative',
      '    text/plain',
      '    text/html',
      '    text/calendar',
      '  application/ics',
    ])
    const method = mail.calendar?.method
    expect(text).toContain(
      `Content-Type: text/calendar; charset=utf-8; method=${method}\r\n` +
        'Content-Class: urn:content-classes:calendarmessage\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    )
    const copies = [
      ...text.matchAll(/base64(?:\r\nContent-Disposition[^\r]+(?:\r\n [^\r]+)*)?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g),
    ]
    expect(copies.map((copy) => Buffer.from(copy[1] ?? '', 'base64').toString())).toEqual([
      mail.calendar?.body,
      mail.calendar?.body,
    ])
    const calendar = new ICAL.Component(ICAL.parse(mail.calendar?.body ?? ''))
    expect(calendar.getFirstPropertyValue('method')).toBe(method)
    const attendees = calendar.getFirstSubcomponent('vevent')?.getAllProperties('attendee') ?? []
    expect(attendees.map((attendee) => attendee.getFirstValue())).toEqual(['mailto:ans@raadslid.example'])
  })
}

test('a follow-up is threaded under the first invitation', async () => {
  const first = '<3f0d5a52.s0.invitation.1@briefings.example.nl>'
  const change = addressed(everyMail['session-changed-time'] as MailContent)
  const parsed = await simpleParser(await composeRaw({ ...change, inReplyTo: first, references: [first] }))
  expect([parsed.inReplyTo, parsed.references]).toEqual([first, first])
})

test('only a mail that offers it can be unsubscribed from with one click', async () => {
  const invitation = addressed(everyMail.invitation as MailContent)
  const reminder = addressed(everyMail['reminder-to-answer'] as MailContent)
  const listUnsubscribe = {
    url: 'https://raadsbriefing.example/afmelden/t0k3n',
    listId: 'herinneringen.briefings.example.nl',
  }
  const raw = (await composeRaw({ ...reminder, listUnsubscribe })).toString()
  expect(raw).toContain('List-Unsubscribe: <https://raadsbriefing.example/afmelden/t0k3n>\r\n')
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  await expect(composeRaw({ ...invitation, listUnsubscribe })).rejects.toThrow('reminder')
})

test('a hostile subject or name adds no header', async () => {
  const mail = addressed(everyMail['question-asked'] as MailContent, {
    name: 'Ans"\r\nBcc: vreemd@elders.example',
    address: 'ans@raadslid.example',
  })
  const parsed = await simpleParser(
    await composeRaw({ ...mail, subject: `${mail.subject}\r\nBcc: vreemd@elders.example` }),
  )
  expect(parsed.bcc).toBeUndefined()
  expect([...parsed.headers.keys()]).not.toContain('bcc')
})
