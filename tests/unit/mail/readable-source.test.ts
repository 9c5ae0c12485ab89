import { expect, test } from '@playwright/test'
import { personalToken } from '#app/domain/access/tokens.server.ts'
import { hiddenWords, maskFor } from '#app/domain/inviting/masked-text.ts'
import { readableSource } from '#emails/readable-source.ts'
import { showMail } from '#emails/show-mail.ts'

const site = { baseUrl: 'http://localhost:3000' }
const token = personalToken('x'.repeat(40), '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11', 1)
const mask = maskFor(site, [token])
const maskUnknown = maskFor(site, [])
const link = `${site.baseUrl}/mijn/${token}`
const base64 = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding).toString('base64')
const sourceOf = (lines: readonly string[]) => readableSource(Buffer.from(lines.join('\r\n'), 'latin1'))

test('letters that a browser would leave out hide nothing from us', async () => {
  const head = [
    'From: a@x.example',
    'Content-Type: text/plain; charset=utf-16le',
    'Content-Transfer-Encoding: base64',
    '',
    '',
  ]
  const wide = Buffer.from(head.join('\r\n') + Buffer.from(link, 'utf16le').toString('base64'))
  for (const hide of [mask, maskUnknown]) {
    const { source } = await showMail(wide, hide)
    expect(source).toContain('/mijn/')
    expect(source).not.toContain(token)
    expect(source).not.toContain('\0')
  }
})

test('words in a header are read, however they are written, and what was one word is one again', () => {
  const half = link.length / 2
  for (const subject of [
    `=?utf-8?B?${base64(link)}?=`,
    `=?utf-8?b?${base64(link)}?=`,
    `=?UTF-8?Q?${link.replaceAll('/', '=2F')}?=`,
    `=?utf-8*nl?q?${link.replaceAll('o', '=6F')}?=`,
    `=?utf-8?B?${base64(link.slice(0, half))}?= =?utf-8?B?${base64(link.slice(half))}?=`,
    `=?utf-8?B?${base64(link.slice(0, half))}?=\r\n\t=?utf-8?B?${base64(link.slice(half))}?=`,
  ])
    expect(sourceOf([`Subject: ${subject}`, '', 'a']), subject).toContain(`Subject: ${link}\n`)
  expect(sourceOf(['Subject: =?iso-8859-1?Q?Caf=E9_in_Gouda?=', '', 'a'])).toContain('Subject: Café in Gouda\n')
})

test('a folded line is whole again: with its space in a header, without it in a calendar', () => {
  expect(sourceOf(['Subject: Uw', ' vraag', '', 'a'])).toContain('Subject: Uw vraag\n')
  for (const type of ['text/calendar; method=REPLY', 'application/ics; name=a.ics'])
    expect(sourceOf([`Content-Type: ${type}`, '', 'COMMENT:Ik kom wat la', ' ter'])).toContain(
      'COMMENT:Ik kom wat later',
    )
})

test('every part of words is written out; what is no text is named with its size', () => {
  const parts = (type: string, encoding: string, body: string) =>
    sourceOf([`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', body])
  expect(parts('text/plain', 'base64', base64('Ik kom'))).toContain('\n\nIk kom')
  expect(parts('text/plain; charset="iso-8859-1"', 'base64', base64('Café', 'latin1'))).toContain('Café')
  expect(parts('text/plain; charset=iso-8859-2', 'base64', Buffer.from([0xb3]).toString('base64'))).toContain('ł')
  expect(parts('text/html', 'QUOTED-PRINTABLE', 'Ik =\r\nkom =C3=A9=C3=A9n keer')).toContain('Ik kom één keer')
  expect(parts('application/ics', 'base64', base64('COMMENT:Ik kom'))).toContain('COMMENT:Ik kom')
  expect(parts('application/pdf', 'base64', base64('12345'))).toContain('[5 bytes, application/pdf]')
  expect(parts('text/plain', 'uuencode', 'x')).toContain('[Dit deel is niet te lezen]')
})

test('a mail in a mail is opened too, whole or only its head', () => {
  const inner = ['Content-Transfer-Encoding: base64', 'Subject: =?utf-8?B?SWsga29t?=', '', base64(link)]
  const outer = (type: string) => sourceOf([`Content-Type: ${type}`, '', ...inner])
  expect(outer('message/rfc822')).toContain(link)
  for (const type of ['message/rfc822', 'text/rfc822-headers']) expect(outer(type), type).toContain('Subject: Ik kom\n')
  const deep = Array.from({ length: 12 }, () => ['Content-Type: message/rfc822', '']).flat()
  expect(sourceOf([...deep, 'Subject: diep', '', 'bodem'])).not.toContain('bodem')
})

test('a source that is too long says that it goes on', () => {
  const { length } = sourceOf(['Subject: a', '', 'a'.repeat(300_000)])
  expect(length).toBeLessThan(201_000)
  expect(maskUnknown(sourceOf(['', link]))).toContain(`/mijn/${hiddenWords}`)
})
