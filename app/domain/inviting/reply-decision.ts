import { appliesNow, type EarlierAnswer, type GivenAnswer } from './answer.ts'
import { isSameMailbox } from './bare-address.ts'
import { answersEarlierVersion, type CalendarVersion } from './calendar-event.ts'
import type { CalendarMessage, IncomingMail } from './incoming-mail.ts'

/** What we know about the mail that is not in its bytes. */
export type ReplyContext = {
  /** A token that names a person was in the address it was delivered to. */
  hasToken: boolean
  /** Whom the token names; without a token, whom the ATTENDEE's address belongs to. */
  person: { addresses: readonly string[] } | undefined
  /** The evening with this UID. */
  session: { version: CalendarVersion; isClosed: boolean } | undefined
  /** The person takes part in that evening, or did; `last` is the answer that counts now. */
  participation: { isLive: boolean; last: EarlierAnswer } | undefined
  /** Staff said before that this sender does not answer for anybody here. */
  isRejectedSender: boolean
}

export type ReviewReason =
  | 'severalAnswers'
  | 'occurrence'
  | 'noAttendee'
  | 'delegated'
  | 'severalAttendees'
  | 'unknownSession'
  | 'unknownPerson'
  | 'notInvited'
  | 'otherAttendee'
  | 'senderFails'
  | 'senderUnproven'
  | 'senderDiffers'
  | 'counterProposal'

export type IgnoreReason =
  | 'noAnswerInIt'
  | 'closedSession'
  | 'noLongerTakesPart'
  | 'earlierVersion'
  | 'olderThanLast'
  | 'rejectedSender'

export type ReplyDecision =
  | {
      do: 'apply'
      answer: GivenAnswer
      answeredSequence: number
      answeredAt: Temporal.Instant
      /** From another address than the one invited: an assistant, an alias, a forwarder. Or known by the sender only. */
      via: 'ownAddress' | 'otherAddress' | 'sender'
      /** Something in it is for a person to look at besides. */
      review?: ReviewReason
    }
  /** Kept in the register as an answer that changes nothing. */
  | {
      do: 'record'
      why: 'earlierVersion' | 'olderThanLast'
      answer: GivenAnswer
      answeredSequence: number
      answeredAt: Temporal.Instant
    }
  | { do: 'review'; why: ReviewReason }
  | { do: 'ignore'; why: IgnoreReason }
  | { do: 'sendAgain' }

const answers: Record<string, GivenAnswer> = { ACCEPTED: 'yes', TENTATIVE: 'maybe', DECLINED: 'no' }

/** What happens to a REPLY, COUNTER or REFRESH. Nobody is ever added to an evening by a mail. */
export function decideReply(
  mail: Pick<IncomingMail, 'from' | 'authentication'>,
  calendar: CalendarMessage,
  context: ReplyContext,
  arrivedAt: Temporal.Instant,
): ReplyDecision {
  const shape = reviewShape(calendar)
  if (shape) return { do: 'review', why: shape }
  if (context.isRejectedSender && !context.hasToken) return { do: 'ignore', why: 'rejectedSender' }
  const { session, person, participation } = context
  if (!context.hasToken && speaksForAnother(mail, calendar)) return { do: 'review', why: 'senderDiffers' }
  if (!session) return { do: 'review', why: 'unknownSession' }
  if (!person) return { do: 'review', why: context.hasToken ? 'unknownPerson' : 'notInvited' }
  if (!participation) return { do: 'review', why: 'notInvited' }
  const sender = judgeSender(mail, calendar, context.hasToken, person.addresses)
  if (sender.result === 'review') return { do: 'review', why: sender.why }
  if (!participation.isLive) return { do: 'ignore', why: 'noLongerTakesPart' }
  if (session.isClosed) return { do: 'ignore', why: 'closedSession' }
  if (calendar.method === 'REFRESH') return { do: 'sendAgain' }

  const answer = answers[calendar.attendees[0]?.partstat ?? '']
  if (!answer)
    return calendar.method === 'COUNTER'
      ? { do: 'review', why: 'counterProposal' }
      : { do: 'ignore', why: 'noAnswerInIt' }
  const given = { answer, ...momentOf(calendar, session.version, arrivedAt) }
  if (!appliesNow(given, session.version, participation.last)) {
    const why = answersEarlierVersion(given.answeredSequence, session.version) ? 'earlierVersion' : 'olderThanLast'
    return { do: 'record', why, ...given }
  }
  const decision = { do: 'apply', ...given, via: sender.via } as const
  return calendar.method === 'COUNTER' ? { ...decision, review: 'counterProposal' } : decision
}

/** Shapes that no single answer can be read from. */
function reviewShape(calendar: CalendarMessage): ReviewReason | undefined {
  if (calendar.events > 1) return 'severalAnswers'
  // We invite to single evenings only, so an occurrence is one that does not exist.
  if (calendar.hasRecurrenceId) return 'occurrence'
  if (calendar.attendees.length === 0) return 'noAttendee'
  const delegates = calendar.attendees.some(
    ({ partstat, delegatedTo }) => partstat === 'DELEGATED' || delegatedTo.length > 0,
  )
  if (delegates) return 'delegated'
  return calendar.attendees.length > 1 ? 'severalAttendees' : undefined
}

type Sender =
  | { result: 'accept'; via: 'ownAddress' | 'otherAddress' | 'sender' }
  | { result: 'review'; why: ReviewReason }

/**
 * | token | ATTENDEE is the invited address | From is ATTENDEE | our own server's finding | |
 * | yes | yes | yes | pass or none | accept |
 * | yes | yes | no  | pass or none | accept, via another address |
 * | yes | yes | any | fail | review |
 * | yes | no  | any | any  | review |
 * | no  | yes | yes | pass | accept, by sender |
 * | no  | yes | yes | none or fail | review |
 * | no  | any | no  | any  | review |
 */
export function judgeSender(
  { from, authentication }: Pick<IncomingMail, 'from' | 'authentication'>,
  { attendees }: Pick<CalendarMessage, 'attendees'>,
  hasToken: boolean,
  addresses: readonly string[],
): Sender {
  const attendee = attendees[0]?.address ?? ''
  const isInvited = addresses.some((address) => isSameMailbox(address, attendee))
  const isSender = from !== undefined && isSameMailbox(from, attendee)
  if (!hasToken) {
    if (speaksForAnother({ from }, { attendees })) return { result: 'review', why: 'senderDiffers' }
    if (!isInvited) return { result: 'review', why: 'notInvited' }
    return isSender && authentication === 'pass'
      ? { result: 'accept', via: 'sender' }
      : { result: 'review', why: 'senderUnproven' }
  }
  if (!isInvited) return { result: 'review', why: 'otherAttendee' }
  if (authentication === 'fail') return { result: 'review', why: 'senderFails' }
  return { result: 'accept', via: isSender ? 'ownAddress' : 'otherAddress' }
}

function speaksForAnother(
  { from }: Pick<IncomingMail, 'from'>,
  { attendees }: Pick<CalendarMessage, 'attendees'>,
): boolean {
  return from !== undefined && !isSameMailbox(from, attendees[0]?.address ?? '')
}

/** Clocks ahead of ours do not win from a later click; a missing SEQUENCE answers what the person sees now. */
function momentOf(calendar: CalendarMessage, version: CalendarVersion, arrivedAt: Temporal.Instant) {
  const { stampedAt } = calendar
  const answeredAt = stampedAt && Temporal.Instant.compare(stampedAt, arrivedAt) <= 0 ? stampedAt : arrivedAt
  return { answeredAt, answeredSequence: calendar.sequence ?? version.sequence }
}
