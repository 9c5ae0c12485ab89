import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import { isSameMailbox } from '#app/domain/inviting/bare-address.ts'
import type { IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import { maskFor } from '#app/domain/inviting/masked-text.ts'
import { printable } from '#app/domain/inviting/printable.ts'
import { answerIn } from '#app/domain/inviting/reply-decision.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { findInboxMail } from '#db/inviting/inbox-list.ts'
import { type AskedPerson, findAskedPerson } from '#db/inviting/reply-confirmations.ts'
import { findTrayMail, type TrayMail } from '#db/inviting/tray.ts'
import { countHandledAlike, listTrayChoices, type MadeChoice } from '#db/inviting/tray-choices.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { readableSource } from '#emails/readable-source.ts'
import { readReply } from '#emails/reply.ts'
import { secretsOf } from './open-outgoing-mail.ts'

/**
 * One mail of the tray, taken apart for people to look at. Text only: nothing in it is ever shown as HTML. Who writes back quotes our mail, and with it her own
 * links: what would let a reader act as her is masked.
 */
export type UnknownReply = Omit<TrayMail, 'raw' | 'session'> & {
  session: BriefingSession | undefined
  senderName: string
  /** What the calendar in it says; undefined when a person wrote, or nothing can be read. */
  calendar: { answer: GivenAnswer | undefined; comment: string; requestStatus: string[] } | undefined
  /** COUNTER: the time that is asked for; `unreadable` when the calendar names a zone that nobody knows. */
  proposal: { start: Temporal.Instant; end: Temporal.Instant | undefined } | 'unreadable' | undefined
  /** The address that can be added to a person. */
  secondAddress: string | undefined
  text: string
  headers: string
  source: string
  asked: AskedPerson | undefined
  choices: MadeChoice[]
  /** Later mails of this sender that were handled alike. */
  handledAlike: number
}

const longestHeaders = 20_000
const longestSource = 60_000

export async function describeUnknownReply(db: Db, site: Site, inboxId: string): Promise<UnknownReply | undefined> {
  const found = await findTrayMail(db, inboxId)
  if (found === undefined) return undefined
  const { raw, session: listed, ...mail } = found
  const read = await readReply(raw)
  const session = listed && (await findBriefingSession(db, listed.id))
  const choices = await listTrayChoices(db, inboxId)
  const [last] = choices
  const isRemembered = mail.sender !== undefined && last !== undefined && last.undoneAt === undefined
  const calendar = read.content.kind === 'calendar' ? read.content.calendar : undefined
  const mask = maskFor(site, secretsOf(site, (await findInboxMail(db, inboxId))?.person))
  const shown = (text: string) => printable(mask(text))
  const source = mask(readableSource(raw))
  const headersEnd = source.includes('\n\n') ? source.indexOf('\n\n') : source.length
  return {
    ...mail,
    session,
    senderName: shown(read.fromName),
    subject: shown(mail.subject || read.subject),
    calendar: calendar && {
      answer: answerIn(calendar),
      comment: shown(calendar.comment),
      requestStatus: calendar.requestStatus.map(shown),
    },
    proposal: calendar?.method === 'COUNTER' ? proposalIn(calendar) : undefined,
    secondAddress: secondAddressIn(read),
    text: shown(read.text),
    headers: printable(source.slice(0, Math.min(headersEnd, longestHeaders))),
    source: printable(source.slice(headersEnd, headersEnd + longestSource)),
    asked:
      mail.person &&
      session &&
      (await findAskedPerson(db, { personId: mail.person.id, briefingSessionId: session.id })),
    choices,
    handledAlike: isRemembered ? await countHandledAlike(db, mail.sender ?? '', last.decidedAt) : 0,
  }
}

function proposalIn(calendar: {
  proposedStart: Temporal.Instant | undefined
  proposedEnd: Temporal.Instant | undefined
}): UnknownReply['proposal'] {
  return calendar.proposedStart ? { start: calendar.proposedStart, end: calendar.proposedEnd } : 'unreadable'
}

/** The one that the answer itself names, when it names one: that is what later answers are known by. Else its sender. */
export function secondAddressIn({ from, content }: Pick<IncomingMail, 'from' | 'content'>): string | undefined {
  const attendees = content.kind === 'calendar' ? content.calendar.attendees : []
  const [attendee] = attendees
  if (attendees.length !== 1 || attendee === undefined || !attendee.address.includes('@')) return from
  return from !== undefined && isSameMailbox(from, attendee.address) ? from : attendee.address
}
