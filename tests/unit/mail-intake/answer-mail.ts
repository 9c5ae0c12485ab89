/** Answers as calendars send them, constructed: every part can be left out or replaced. */
export type AnswerMail = {
  from?: string | null
  to?: string
  headers?: string[]
  method?: string
  /** The method parameter of the part; null leaves it out. */
  declaredMethod?: string | null
  charset?: string
  calendar?: string
  contentType?: string
}

export type AnswerCalendar = {
  method?: string | null
  uid?: string
  sequence?: number | null
  stamp?: string | null
  attendees?: string[]
  extra?: string[]
  organizer?: string | null
}

export const token = 'abcdefghijklmnop'
export const uid = '5b0cc6d6-3b0e-4b1c-9a52-5d6c6f0f7a11@briefings.example'
export const ans = 'ans@leiderdorp.example'

export function aCalendar({
  method = 'REPLY',
  uid: eventUid = uid,
  sequence = 0,
  stamp = '20261124T080000Z',
  attendees = [`ATTENDEE;PARTSTAT=ACCEPTED;CN=Ans de Verzonnene:mailto:${ans}`],
  extra = [],
  organizer = `ORGANIZER;CN=Provincie:mailto:rsvp+${token}@briefings.example`,
}: AnswerCalendar = {}): string {
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Example//Calendar//EN',
    'VERSION:2.0',
    ...(method === null ? [] : [`METHOD:${method}`]),
    'BEGIN:VEVENT',
    `UID:${eventUid}`,
    ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
    ...(stamp === null ? [] : [`DTSTAMP:${stamp}`]),
    'DTSTART:20270112T183000Z',
    'DTEND:20270112T200000Z',
    'SUMMARY:Geaccepteerd: Wonen en energie in Leiderdorp',
    ...(organizer === null ? [] : [organizer]),
    ...attendees,
    ...extra,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

export const answering = (partstat: string, address = ans) => `ATTENDEE;PARTSTAT=${partstat}:mailto:${address}`

export function anAnswerMail(mail: AnswerMail = {}): Buffer {
  const { from = `Ans de Verzonnene <${ans}>`, to = `rsvp+${token}@briefings.example`, headers = [] } = mail
  const { method = 'REPLY', charset = 'utf-8', calendar = aCalendar({ method }) } = mail
  const declared = mail.declaredMethod === undefined ? `; method=${method}` : ''
  const parameter = mail.declaredMethod ? `; method=${mail.declaredMethod}` : declared
  return lines(
    ...(from === null ? [] : [`From: ${from}`]),
    `To: ${to}`,
    'Subject: Geaccepteerd: Wonen en energie in Leiderdorp',
    'Date: Tue, 24 Nov 2026 09:00:00 +0100',
    'Message-ID: <answer-1@leiderdorp.example>',
    'MIME-Version: 1.0',
    ...headers,
    'Content-Type: multipart/alternative; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Ans komt.',
    '--b1',
    mail.contentType ?? `Content-Type: text/calendar; charset=${charset}${parameter}`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(calendar).toString('base64'),
    '--b1--',
  )
}

/** A mail that a person wrote, or a machine that says so. */
export function aPlainMail(headers: string[] = [], text = 'Ik kom iets later, is dat goed?'): Buffer {
  return lines(
    `From: ${ans}`,
    `To: rsvp+${token}@briefings.example`,
    'Subject: Re: Uitnodiging',
    'Message-ID: <plain-1@leiderdorp.example>',
    ...headers,
    '',
    text,
  )
}

export const outboxId = '0c8fd9a4-5a1d-4c6b-8a0e-1f5f6f1d2c3b'

/** RFC 3464, with our own invitation returned in it. */
export function aBounce(
  report: { action?: string; status?: string; envelopeId?: string; returned?: string[] } = {},
): Buffer {
  const { action = 'failed', status = '5.1.1', envelopeId = outboxId } = report
  return lines(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.leiderdorp.example',
    `To: bounce+${outboxId}@briefings.example`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r1"',
    '',
    '--r1',
    'Content-Type: text/plain',
    '',
    'Niet afgeleverd.',
    '--r1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.leiderdorp.example',
    `Original-Envelope-Id: ${envelopeId}`,
    '',
    `Final-Recipient: rfc822; ${ans}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 no such',
    '  user here',
    '',
    '--r1',
    ...(report.returned ?? ['Content-Type: text/rfc822-headers', '', 'Message-ID: <first@briefings.example>', '']),
    '--r1--',
  )
}

/** The answer, wrapped whole in another mail. */
export function aForwardedAnswer(disposition: 'inline' | 'attachment' | undefined): Buffer {
  return lines(
    `From: ${ans}`,
    `To: rsvp+${token}@briefings.example`,
    'Subject: Fwd: Geaccepteerd',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="f1"',
    '',
    '--f1',
    'Content-Type: text/plain',
    '',
    'Zie onder.',
    '--f1',
    'Content-Type: message/rfc822; name="answer.ics"',
    ...(disposition ? [`Content-Disposition: ${disposition}`] : []),
    '',
    anAnswerMail().toString('latin1'),
    '--f1--',
  )
}

function lines(...all: string[]): Buffer {
  return Buffer.from(`${all.join('\r\n')}\r\n`)
}
