import { randomUUID } from 'node:crypto'
import MimeNode from 'nodemailer/lib/mime-node'
import { cutAt, type Form, fillIn, keeping, markMaker } from './fill-in.ts'
import type { Mailbox, OutgoingMessage } from './message.ts'
import { hasMoreLatinThan, type QuotedPrinter, quotedPrinter } from './quoted-printable.ts'

type Compose = (message: OutgoingMessage) => Promise<Buffer>

/**
 * Mails differ in a few headers and in what their parts say. The rest is their frame: the composer makes it once for all mails of one shape, and each mail
 * is filled in. The bytes are the ones the composer would give, but for the boundary. A mail that it would encode in another way is composed whole.
 */
export async function composeInFrame(message: OutgoingMessage, compose: Compose): Promise<Buffer> {
  const [text, html] = [asQuotedPrintable(message.text, textPrinter), asQuotedPrintable(message.html, htmlPrinter)]
  if (message.listUnsubscribe || text === undefined || html === undefined) return compose(message)
  const { from, calendar, inReplyTo, references } = message
  const subject = keptHeaders(message.subject, () => header('Subject', message.subject))
  // The composer leaves out a header without words.
  if (subject === '') return compose(message)
  const { method, fileName } = calendar ?? {}
  const sentAt = message.sentAt.epochMilliseconds
  const key = JSON.stringify([from, method, fileName, Boolean(inReplyTo), Boolean(references)])
  const frame = await kept(key, () => compose(blankOf(message)).then(frameOf))
  const values = [
    text,
    html,
    calendar ? base64(calendar.body) : '',
    subject,
    keptHeaders(`${sentAt}`, () => header('Date', new Date(sentAt))),
    toHeader(message.to),
    addressHeader('Reply-To', message.replyTo),
    identifierHeader('Message-ID', message.messageId),
    inReplyTo ? identifierHeader('In-Reply-To', inReplyTo) : '',
    references ? header('References', references.join(' ')) : '',
    randomUUID().replaceAll('-', '').slice(16),
  ]
  return Buffer.from(fillIn(frame, values))
}

const kept = keeping<Promise<Form>>(100)
/** The subject and the moment, which the mails about one evening share. */
const keptHeaders = keeping<string>(100)
const [textPrinter, htmlPrinter] = [quotedPrinter(), quotedPrinter()]
const markOf = markMaker()

/** What stands in the frame in the place of each value, in the order of the values above. */
const blank = {
  text: `é ${markOf(0)}`,
  html: `é ${markOf(1)}`,
  calendar: markOf(2),
  subject: markOf(3),
  sentAt: Temporal.Instant.fromEpochMilliseconds(0),
  to: `${markOf(4)}@leeg.example`,
  replyTo: `${markOf(5)}@leeg.example`,
  messageId: `<${markOf(6)}@leeg.example>`,
  inReplyTo: `<${markOf(7)}@leeg.example>`,
  references: `<${markOf(8)}@leeg.example>`,
}
const marks = [
  `=C3=A9 ${markOf(0)}`,
  `=C3=A9 ${markOf(1)}`,
  base64(blank.calendar),
  `Subject: ${blank.subject}`,
  'Date: Thu, 01 Jan 1970 00:00:00 +0000',
  `To: ${blank.to}`,
  `Reply-To: ${blank.replyTo}`,
  `Message-ID: ${blank.messageId}`,
  `In-Reply-To: ${blank.inReplyTo}`,
  `References: ${blank.references}`,
]

function blankOf(message: OutgoingMessage): OutgoingMessage {
  const { calendar, inReplyTo, references } = message
  return {
    ...message,
    subject: blank.subject,
    sentAt: blank.sentAt,
    text: blank.text,
    html: blank.html,
    ...(calendar && { calendar: { ...calendar, body: blank.calendar } }),
    to: { address: blank.to },
    replyTo: { address: blank.replyTo },
    messageId: blank.messageId,
    ...(inReplyTo && { inReplyTo: blank.inReplyTo }),
    ...(references && { references: [blank.references] }),
  }
}

function frameOf(bytes: Buffer): Form {
  const text = bytes.toString('latin1')
  const boundary = /boundary="--_NmP-(\w+)-Part_1"/.exec(text)?.[1] ?? ''
  return cutAt(text, [...marks, boundary])
}

/** The fields that differ, encoded and folded by the composer's own rules. */
function header(name: string, value: string | Date | AddressObject[]): string {
  const node = new MimeNode('', { rootNode: root, baseBoundary: '-' })
  // The types know text only; a name and an address that come apart are never read as one.
  return node.setHeader(name, value as string).buildHeaders()
}

/** An address that the composer leaves as it is: no names of domains in other letters, no numbers in the place of one. */
const plain = String.raw`[\w+=-]+(?:\.[\w+=-]+)*@(?!.*xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}`
const plainAddress = new RegExp(`^${plain}$`)
const plainIdentifier = new RegExp(`^<${plain}>$`)

/** Most names are a few words on one line; those are written at once. */
function toHeader({ name = '', address }: Mailbox): string {
  const line = `To: ${name} <${address}>`
  const isPlain = /^\w+(?: \w+)*$/.test(name) && plainAddress.test(address) && line.length <= 76
  return isPlain ? line : header('To', [mailbox({ name, address })])
}

/** Where the line is broken depends on how long the address is, not on which it is: one for each name and length. */
function addressHeader(name: string, to: Mailbox): string {
  const { address } = to
  if (!plainAddress.test(address)) return header(name, [mailbox(to)])
  const blank = `${'q'.repeat(address.length - 2)}@q`
  const written = keptHeaders(JSON.stringify([name, to.name, address.length]), () =>
    header(name, [mailbox({ ...to, address: blank })]),
  )
  return written.replace(blank, () => address)
}

/** The same for a Message-ID. */
function identifierHeader(name: string, identifier: string): string {
  if (!plainIdentifier.test(identifier)) return header(name, identifier)
  const blank = `<${'q'.repeat(identifier.length - 4)}@q>`
  const written = keptHeaders(JSON.stringify([name, identifier.length]), () => header(name, blank))
  return written.replace(blank, () => identifier)
}

const root = new MimeNode()
type AddressObject = { name: string; address: string }

function mailbox({ name, address }: Mailbox): AddressObject {
  return { name: name ?? '', address }
}

/** RFC 5322 §2.3: lines of a mail end in CRLF; a part sent as it stands keeps the ends it was given. */
export function crlf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n')
}

/**
 * The composer's choice: plain words in short lines go as they are, words that are mostly not Latin in base64, and only the rest is given here. Latin
 * letters are counted until there are certainly more of them than of anything else; where that never happens the composer looks itself.
 */
function asQuotedPrintable(text: string, quotedPrintable: QuotedPrinter): string | undefined {
  const lines = crlf(text)
  if (lines.length > mostAtOnce || /[\t ]$/.test(lines)) return undefined
  const { encoded, others, hasLongLine } = quotedPrintable(lines)
  if (others === 0 && !hasLongLine) return undefined
  return hasMoreLatinThan(others, lines) ? encoded : undefined
}

/** The composer encodes longer parts in pieces, and looks at what follows a last space. */
const mostAtOnce = 20_000

/** RFC 2045 §6.8: lines of 76 characters. */
function base64(text: string): string {
  const encoded = Buffer.from(text).toString('base64')
  let lines = encoded.slice(0, 76)
  for (let at = 76; at < encoded.length; at += 76) lines += `\r\n${encoded.slice(at, at + 76)}`
  return lines
}
