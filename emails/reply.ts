import { type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import { bareAddress } from '#app/domain/inviting/bare-address.ts'
import type { CalendarMessage, IncomingContent, IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import { readAuthentication } from './reply-authentication.ts'
import { readBounce } from './reply-bounce.ts'
import { readCalendar } from './reply-calendar.ts'

export const maxMailBytes = 2 * 1024 * 1024
const maxTextLength = 2000

export type ReadOptions = {
  /** The name of our own mail server in Authentication-Results (RFC 8601 §2.2). Without it no finding counts. */
  authservId?: string
}

/**
 * Takes apart what came back: raw bytes in, a described message out. Looks at nothing else and decides nothing. What lies inside
 * message/* is somebody else's mail, quoted or returned, and is never read as an answer.
 */
export async function readReply(raw: Buffer, { authservId }: ReadOptions = {}): Promise<IncomingMail> {
  if (isBareCalendar(raw)) return { ...nobody, content: readCalendar(raw, {}) }
  let mail: ParsedMail
  try {
    mail = await simpleParser(raw, {
      // Otherwise a delivery report would melt into the text, and a forwarded answer would look like one.
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      maxHtmlLengthToParse: 200_000,
      maxChildNodes: 200,
    })
  } catch {
    // Too deep, too many parts, a head without end: there is nothing in it to answer with.
    return { ...nobody, content: { kind: 'unreadableMail' } }
  }
  const senders = headerTexts(mail, 'from').length === 1 ? sendersOf(mail) : []
  const from = senders.length === 1 ? senders[0] : undefined
  return {
    from,
    fromName: from !== undefined ? (mail.from?.value.find(({ address }) => address)?.name ?? '') : '',
    recipients: recipientsOf(mail),
    subject: mail.subject ?? '',
    isAutomatic: isAutomatic(mail),
    authentication: readAuthentication(headerTexts(mail, 'authentication-results'), authservId, from),
    text: (mail.text ?? '').trim().slice(0, maxTextLength),
    content: contentOf(mail),
  }
}

/** RFC 5322 §3.6: From stands there once. Two would let our mail server look at one and us at the other. */
function sendersOf(mail: ParsedMail): string[] {
  return mail.from?.value.flatMap(({ address }) => (address ? [bareAddress(address)] : [])) ?? []
}

const nobody: IncomingMail = {
  from: undefined,
  fromName: '',
  recipients: [],
  subject: '',
  isAutomatic: false,
  authentication: 'none',
  text: '',
  content: { kind: 'human' },
}

function isBareCalendar(raw: Buffer): boolean {
  return /^(\ufeff|\u00ef\u00bb\u00bf)?\s*BEGIN:VCALENDAR/i.test(raw.subarray(0, 200).toString('latin1'))
}

function contentOf(mail: ParsedMail): IncomingContent {
  const report = reportType(mail)
  if (report === 'delivery-status') return readBounce(mail.attachments, returnPathOf(mail))
  if (report === 'disposition-notification') return { kind: 'readReceipt' }
  const part = calendarPart(mail.attachments)
  if (part) return calendarContent(part, mail.attachments)
  return { kind: isAutomatic(mail) ? 'automatic' : 'human' }
}

/** One answer, however often it is in the mail; two answers that differ are for a person to look at. */
function calendarContent(part: Attachment, parts: readonly Attachment[]): IncomingContent {
  const read = readCalendar(part.content, parametersOf(part))
  if (read.kind !== 'calendar') return read
  const saysElse = parts.some((other) => {
    if (other === part || !isCalendarPart(other)) return false
    const content = readCalendar(other.content, parametersOf(other))
    return content.kind === 'calendar' && isOtherAnswer(content.calendar, read.calendar)
  })
  return saysElse ? { kind: 'severalCalendars' } : read
}

/** The invitation itself, sent back along with the answer, is no answer. */
function isOtherAnswer(other: CalendarMessage, { method, uid, attendees }: CalendarMessage): boolean {
  if (other.method !== 'REPLY' && other.method !== 'COUNTER') return false
  const said = (all: CalendarMessage['attendees']) =>
    all.map(({ address, partstat }) => `${address} ${partstat}`).join()
  return other.method !== method || other.uid !== uid || said(other.attendees) !== said(attendees)
}

function isCalendarPart({ contentType, filename }: Attachment): boolean {
  if (contentType === 'text/calendar' || contentType === 'application/ics') return true
  return /\.ics$/i.test(filename ?? '') && !contentType.startsWith('message/')
}

/** The part that says most clearly that it is an answer. Gmail sends the same object twice. */
export function calendarPart(parts: readonly Attachment[]): Attachment | undefined {
  const typed = parts.filter(({ contentType }) => contentType === 'text/calendar')
  return (
    typed.find((part) => parametersOf(part).method !== undefined) ??
    typed[0] ??
    parts.find(({ contentType }) => contentType === 'application/ics') ??
    parts.find(isCalendarPart)
  )
}

export function parametersOf(part: Attachment): { method?: string; charset?: string } {
  return structured(part.headers.get('content-type'))?.params ?? {}
}

function reportType(mail: ParsedMail): string | undefined {
  const type = structured(mail.headers.get('content-type'))
  if (type?.value.toLowerCase() !== 'multipart/report') return undefined
  return type.params['report-type']?.toLowerCase() ?? 'delivery-status'
}

function structured(header: unknown): { value: string; params: Record<string, string> } | undefined {
  return typeof header === 'object' && header !== null && 'params' in header && 'value' in header
    ? (header as { value: string; params: Record<string, string> })
    : undefined
}

/** RFC 3834 §5, and the older marks that servers still use. */
function isAutomatic(mail: ParsedMail): boolean {
  const submitted = headerTexts(mail, 'auto-submitted')[0]
  if (submitted !== undefined && !/^no\b/i.test(submitted)) return true
  if (['x-autoreply', 'x-autorespond', 'x-auto-response-id'].some((name) => headerTexts(mail, name).length > 0))
    return true
  if (headerTexts(mail, 'precedence').some((value) => /^(auto_reply|bulk|list|junk)/i.test(value))) return true
  return headerTexts(mail, 'list-id').length > 0 || returnPathOf(mail) === '<>'
}

/** What the last server wrote, on top: the sender can have written another below it (RFC 5321 §4.4). */
function returnPathOf(mail: ParsedMail): string | undefined {
  return headerTexts(mail, 'return-path')[0]
}

/** Where it was really delivered before where it says it goes. */
function recipientsOf(mail: ParsedMail): string[] {
  const delivered = ['delivered-to', 'x-original-to', 'original-recipient'].flatMap((name) => headerTexts(mail, name))
  const addressed = [mail.to, mail.cc].flat().flatMap((list) => list?.value.map(({ address }) => address ?? '') ?? [])
  const all = [...delivered.map((each) => each.replace(/^rfc822;\s*/i, '')), ...addressed].map(bareAddress)
  return [...new Set(all.filter((address) => address.includes('@')))]
}

/** The values as they stand on the lines, unfolded: parsed headers lose what they do not know. */
function headerTexts(mail: ParsedMail, name: string): string[] {
  return mail.headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) =>
      line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n[ \t]+/g, ' ')
        .trim(),
    )
}
