import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import { isSameMailbox } from '#app/domain/inviting/bare-address.ts'
import type { IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import { printable } from '#app/domain/inviting/printable.ts'
import { answerIn } from '#app/domain/inviting/reply-decision.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Db } from '#db/connection.server.ts'
import { type AskedPerson, findAskedPerson } from '#db/inviting/reply-confirmations.ts'
import { findTrayMail, type TrayMail } from '#db/inviting/tray.ts'
import { countHandledAlike, listTrayChoices, type MadeChoice } from '#db/inviting/tray-choices.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { readReply } from '#emails/reply.ts'

/** One mail of the tray, taken apart for people to look at. Text only: nothing in it is ever shown as HTML. */
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

export async function describeUnknownReply(db: Db, inboxId: string): Promise<UnknownReply | undefined> {
  const found = await findTrayMail(db, inboxId)
  if (found === undefined) return undefined
  const { raw, session: listed, ...mail } = found
  const read = await readReply(raw)
  const session = listed && (await findBriefingSession(db, listed.id))
  const choices = await listTrayChoices(db, inboxId)
  const [last] = choices
  const isRemembered = mail.sender !== undefined && last !== undefined && last.undoneAt === undefined
  const calendar = read.content.kind === 'calendar' ? read.content.calendar : undefined
  const bytes = raw.toString('utf8')
  const headersEnd = /\r?\n\r?\n/.exec(bytes)?.index ?? bytes.length
  return {
    ...mail,
    session,
    senderName: printable(read.fromName),
    subject: printable(mail.subject || read.subject),
    calendar: calendar && {
      answer: answerIn(calendar),
      comment: printable(calendar.comment),
      requestStatus: calendar.requestStatus.map(printable),
    },
    proposal: calendar?.method === 'COUNTER' ? proposalIn(calendar) : undefined,
    secondAddress: secondAddressIn(read),
    text: printable(read.text),
    headers: printable(bytes.slice(0, Math.min(headersEnd, longestHeaders))),
    source: printable(bytes.slice(headersEnd, headersEnd + longestSource)),
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
