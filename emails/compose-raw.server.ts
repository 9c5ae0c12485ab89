import MailComposer from 'nodemailer/lib/mail-composer'
import { assertDossierNumber } from './dossier-number.ts'
import { composeInFrame, crlf } from './mail-frame.server.ts'
import type { OutgoingMessage } from './message.ts'

/**
 * The bytes of one mail, composed once and kept: a retry sends the same ones. The tree is the one that Outlook, Gmail, Apple and
 * Thunderbird all show buttons for: mixed(alternative(text, html, calendar), the same calendar as a file).
 * @throws {DosNumberMissing} when a dossier mail does not carry its number
 */
export async function composeRaw(message: OutgoingMessage): Promise<Buffer> {
  assertDossierNumber(message)
  if (message.listUnsubscribe && message.kind !== 'reminder')
    throw new Error('only a reminder can be unsubscribed from')
  return composeInFrame(message, composeWhole)
}

/** Every byte by Nodemailer's composer, for this message alone. */
export async function composeWhole(message: OutgoingMessage): Promise<Buffer> {
  const { calendar, listUnsubscribe } = message
  return new MailComposer({
    from: mailbox(message.from),
    to: mailbox(message.to),
    replyTo: mailbox(message.replyTo),
    subject: message.subject,
    messageId: message.messageId,
    inReplyTo: message.inReplyTo,
    references: message.references,
    date: new Date(message.sentAt.epochMilliseconds),
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Not "All": that would also silence the report that a mail could not be delivered.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...(listUnsubscribe && {
        'List-Id': `<${listUnsubscribe.listId}>`,
        'List-Unsubscribe': `<${listUnsubscribe.url}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    text: crlf(message.text),
    html: crlf(message.html),
    alternatives: calendar && [
      {
        // RFC 6047 §2.4: the parameter equals METHOD. Last of the alternatives, without a name, or Outlook shows a file.
        contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
        content: Buffer.from(calendar.body),
        contentTransferEncoding: 'base64',
        headers: { 'Content-Class': 'urn:content-classes:calendarmessage' },
      },
    ],
    attachments: calendar && [
      {
        filename: calendar.fileName,
        contentType: 'application/ics',
        content: Buffer.from(calendar.body),
        contentTransferEncoding: 'base64',
      },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

function mailbox({ name, address }: OutgoingMessage['to']) {
  return { name: name ?? '', address }
}
