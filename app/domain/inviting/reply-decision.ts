import { type EarlierAnswer, type GivenAnswer, sentSequence, whyNotApplied } from './answer.ts'
import { isSameMailbox } from './bare-address.ts'
import type { CalendarVersion } from './calendar-event.ts'
import type { CalendarMessage, IncomingMail } from './incoming-mail.ts'
import { judgeSender, speaksForAnother } from './judge-sender.ts'

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
  /** Staff said before that this sender does not answer for this person, or for anybody here. */
  isRejectedSender: boolean
  /** Staff said before that this sender answers for this person. */
  isLinkedSender?: boolean
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
      /** From another address than the one invited: an assistant, an alias, a forwarder. Or known by the sender only, or linked by staff before. */
      via: 'ownAddress' | 'otherAddress' | 'sender' | 'remembered'
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

/** Who proposes another time has not said yes to this one. */
export function answerIn({
  method,
  attendees,
}: Pick<CalendarMessage, 'method' | 'attendees'>): GivenAnswer | undefined {
  const answer = answers[attendees[0]?.partstat ?? '']
  return method === 'COUNTER' && answer === 'yes' ? 'maybe' : answer
}

/** What happens to a REPLY, COUNTER or REFRESH. Nobody is ever added to an evening by a mail. */
export function decideReply(
  mail: Pick<IncomingMail, 'from' | 'authentication'>,
  calendar: CalendarMessage,
  context: ReplyContext,
  arrivedAt: Temporal.Instant,
): ReplyDecision {
  const shape = reviewShape(calendar)
  if (shape) return { do: 'review', why: shape }
  const { session, person, participation } = context
  if (context.isRejectedSender && !isProvenlyHers(mail, context)) return { do: 'ignore', why: 'rejectedSender' }
  if (!context.hasToken && speaksForAnother(mail, calendar)) return { do: 'review', why: 'senderDiffers' }
  if (!session) return { do: 'review', why: 'unknownSession' }
  if (!person) return { do: 'review', why: context.hasToken ? 'unknownPerson' : 'notInvited' }
  if (!participation) return { do: 'review', why: 'notInvited' }
  const sender = judgeSender(mail, calendar, { ...context, addresses: person.addresses })
  if (sender.result === 'review') return { do: 'review', why: sender.why }
  if (!participation.isLive) return { do: 'ignore', why: 'noLongerTakesPart' }
  if (session.isClosed) return { do: 'ignore', why: 'closedSession' }
  if (calendar.method === 'REFRESH') return { do: 'sendAgain' }

  const answer = answerIn(calendar)
  if (!answer)
    return calendar.method === 'COUNTER'
      ? { do: 'review', why: 'counterProposal' }
      : { do: 'ignore', why: 'noAnswerInIt' }
  const given = { answer, ...momentOf(calendar, session.version, arrivedAt) }
  const why = whyNotApplied(given, session.version, participation.last)
  if (why) return { do: 'record', why, ...given }
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

/** A person who was turned away by mistake would never be heard again: what is certainly hers always counts. */
function isProvenlyHers(
  { from, authentication }: Pick<IncomingMail, 'from' | 'authentication'>,
  { hasToken, person }: ReplyContext,
): boolean {
  if (!hasToken && authentication !== 'pass') return false
  return from !== undefined && person?.addresses.some((address) => isSameMailbox(address, from)) === true
}

/** Clocks ahead of ours do not win from a later click; a missing SEQUENCE answers what the person sees now. */
export function momentOf(
  calendar: Pick<CalendarMessage, 'stampedAt' | 'sequence'>,
  version: Pick<CalendarVersion, 'sequence'>,
  arrivedAt: Temporal.Instant,
) {
  const { stampedAt } = calendar
  const answeredAt = stampedAt && Temporal.Instant.compare(stampedAt, arrivedAt) <= 0 ? stampedAt : arrivedAt
  return { answeredAt, answeredSequence: sentSequence(calendar.sequence ?? version.sequence, version) }
}
