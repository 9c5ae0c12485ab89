import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { formatMoment } from '#app/domain/calendar-text.ts'
import type { Mask } from '#app/domain/inviting/masked-text.ts'
import type { MailHeadName, ShownMail } from '#app/domain/inviting/shown-mail.ts'
import { harmlessHtml } from './harmless-html.ts'
import { readableSource } from './readable-source.ts'
import { calendarPart, parametersOf } from './reply.ts'
import { showCalendar } from './show-calendar.ts'

const longestText = 50_000

/** The same limits as for reading an answer: a mail from outside may be anything. */
const limits = {
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  maxHtmlLengthToParse: 200_000,
  maxChildNodes: 200,
}

/** One mail, ours or somebody else's, for staff to look at. `mask` is all that stands between them and what the recipient may do with it. */
export async function showMail(raw: Buffer, mask: Mask): Promise<ShownMail> {
  const source = mask(readableSource(raw))
  const mail = await parsed(raw)
  if (!mail) return { head: [], text: '', html: undefined, calendar: undefined, attachments: [], source }
  const part = calendarPart(mail.attachments)
  return {
    head: headOf(mail).map(({ name, value }) => ({ name, value: mask(value) })),
    text: mask((mail.text ?? '').trim().slice(0, longestText)),
    html: mail.html ? harmlessHtml(mail.html, mask) : undefined,
    calendar: part && showCalendar(part.content, parametersOf(part).charset, mask),
    attachments: mail.attachments
      .filter(({ contentType }) => !/^(text\/calendar|application\/ics|message\/)/.test(contentType))
      .map(({ filename, contentType, size }) => ({ name: mask(filename ?? ''), type: contentType, bytes: size })),
    source,
  }
}

/** Who wrote it and about what, from its first lines: for a list of many. */
export async function showMailHead(raw: Buffer, mask: Mask): Promise<{ from: string; subject: string }> {
  const end = raw.toString('latin1').search(/\r?\n\r?\n/)
  const mail = await parsed(Buffer.concat([end < 0 ? raw : raw.subarray(0, end), Buffer.from('\r\n\r\n')]))
  return { from: mask(mail?.from?.text ?? ''), subject: mask(mail?.subject ?? '') }
}

/** Undefined for what cannot be taken apart at all; its source can still be shown. */
async function parsed(raw: Buffer): Promise<ParsedMail | undefined> {
  try {
    return await simpleParser(raw, limits)
  } catch {
    return undefined
  }
}

function headOf(mail: ParsedMail): { name: MailHeadName; value: string }[] {
  const date = mail.date && Temporal.Instant.fromEpochMilliseconds(mail.date.getTime())
  const lines: Record<MailHeadName, string | undefined> = {
    from: mail.from?.text,
    to: addressesOf(mail.to),
    replyTo: mail.replyTo?.text,
    date: date && formatMoment(date),
    subject: mail.subject,
    messageId: mail.messageId,
  }
  return Object.entries(lines).flatMap(([name, value]) => (value ? [{ name: name as MailHeadName, value }] : []))
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string | undefined {
  const text = [field ?? []].flat().map((each) => each.text)
  return text.join(', ') || undefined
}
