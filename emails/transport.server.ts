import { Readable } from 'node:stream'
import { createTransport as createMailer } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { SignMail } from './dkim.server.ts'
import { assertDossierNumber } from './dossier-number.ts'
import { composeInFrame, crlf } from './mail-frame.server.ts'
import type { OutgoingMessage } from './message.ts'
import { classifyFailure, type SendResult } from './send-result.ts'

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

export type TransportOptions = {
  /** smtp://user:password@host:port, or smtps:// for TLS from the first byte. */
  url: string
  /** Refuse to send without STARTTLS. False only for a server on this machine. */
  requireTls: boolean
  connections?: number
  /** After how many mails a connection is made anew; never when left out. */
  mailsPerConnection?: number
  /** How long a silent server is waited for, in milliseconds. */
  timeoutMs?: number
  /** Puts a DKIM signature in front of every mail. */
  sign?: SignMail
}

export type Delivery = {
  /** MAIL FROM; empty for nobody. */
  envelopeFrom: string
  recipient: string
  raw: Buffer
  /** ENVID of the delivery report (RFC 3461 §4.4), letters, digits and hyphens. */
  dsnId: string
  /**
   * Called when the server has everything but the final dot, without which it delivers nothing (RFC 5321 §4.1.1.4). The dot follows when the promise
   * resolves: whoever lets one mail through at a time has one mail at most of unknown fate, whatever happens to this process.
   */
  beforeFinalDot?: () => Promise<void>
}

export type MailTransport = {
  /** How many mails it can have on their way at once. */
  connections: number
  send(delivery: Delivery): Promise<SendResult>
  /** Ends idle connections; mail in flight gets its answer first. */
  close(): void
}

/**
 * A pool of kept connections: opening one costs more than ten mails. Nodemailer sets TCP_NODELAY on each of them; without it
 * every mail would wait for Nagle's timer.
 */
export function createTransport(options: TransportOptions): MailTransport {
  const timeout = options.timeoutMs ?? 60_000
  const connections = options.connections ?? 5
  const mailer = createMailer({
    url: options.url,
    pool: true,
    maxConnections: connections,
    maxMessages: options.mailsPerConnection ?? Number.POSITIVE_INFINITY,
    requireTLS: options.requireTls,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The server's go-ahead for the mail itself (DATA) is what starts the stream; holding its end holds back the final dot.
  const bodies = new WeakMap<object, HeldBody>()
  mailer.use('stream', (mail, done) => {
    const open = mail.message.createReadStream.bind(mail.message)
    const body = bodies.get(mail.data.envelope ?? mail)
    if (body) mail.message.createReadStream = (streamOptions) => body.hold(open(streamOptions))
    done()
  })
  return {
    connections,
    async send({ envelopeFrom, recipient, raw, dsnId, beforeFinalDot }) {
      const envelope = { from: envelopeFrom, to: [recipient] }
      const body = heldBody(beforeFinalDot)
      bodies.set(envelope, body)
      try {
        const sent = await mailer.sendMail({
          envelope,
          raw: options.sign ? await options.sign(raw) : raw,
          dsn: { id: dsnId, return: 'headers', notify: ['failure', 'delay'], recipient },
        })
        return { state: 'sent', response: sent.response }
      } catch (error) {
        return classifyFailure(error, body.isWhole())
      }
    },
    close: () => mailer.close(),
  }
}

type HeldBody = { hold: (bytes: Readable) => Readable; isWhole: () => boolean }

/** Passes the bytes of a mail on when they are asked for, and ends only when it may. */
function heldBody(mayEnd: (() => Promise<void>) | undefined): HeldBody {
  let isWhole = false
  async function* passOn(bytes: Readable) {
    yield* bytes
    await mayEnd?.()
    isWhole = true
  }
  return { hold: (bytes) => Readable.from(passOn(bytes), { objectMode: false }), isWhole: () => isWhole }
}
