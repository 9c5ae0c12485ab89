import { isSameMailbox } from './bare-address.ts'
import type { CalendarMessage, IncomingMail } from './incoming-mail.ts'

type Sender =
  | { result: 'accept'; via: 'ownAddress' | 'otherAddress' | 'sender' | 'remembered' }
  | { result: 'review'; why: 'senderDiffers' | 'notInvited' | 'senderUnproven' | 'otherAttendee' | 'senderFails' }

export type SenderContext = {
  hasToken: boolean
  /** Of the person it seems to be about. */
  addresses: readonly string[]
  /** Staff linked this sender to this person before: it may answer for her, no easier proven than she is herself. */
  isLinkedSender?: boolean
}

/**
 * | token | ATTENDEE is the invited address | From is ATTENDEE | our own server's finding | |
 * | yes | yes | yes | pass or none | accept |
 * | yes | yes | no  | pass or none | accept, via another address |
 * | yes | yes | any | fail | review |
 * | yes | no  | any | any  | review |
 * | no  | yes | yes | pass | accept, by sender |
 * | no  | yes | yes | none or fail | review, and she is asked by mail |
 * | no  | any | no  | any  | review |
 */
export function judgeSender(
  { from, authentication }: Pick<IncomingMail, 'from' | 'authentication'>,
  { attendees }: Pick<CalendarMessage, 'attendees'>,
  { hasToken, addresses, isLinkedSender = false }: SenderContext,
): Sender {
  const attendee = attendees[0]?.address ?? ''
  const isAddressed = addresses.some((address) => isSameMailbox(address, attendee))
  const isInvited = isAddressed || isLinkedSender
  const isSender = from !== undefined && isSameMailbox(from, attendee)
  if (!hasToken) {
    if (speaksForAnother({ from }, { attendees })) return { result: 'review', why: 'senderDiffers' }
    if (!isInvited) return { result: 'review', why: 'notInvited' }
    return isSender && authentication === 'pass'
      ? { result: 'accept', via: isAddressed ? 'sender' : 'remembered' }
      : { result: 'review', why: 'senderUnproven' }
  }
  if (!isInvited) return { result: 'review', why: 'otherAttendee' }
  if (authentication === 'fail') return { result: 'review', why: 'senderFails' }
  if (!isAddressed) return { result: 'accept', via: 'remembered' }
  return { result: 'accept', via: isSender ? 'ownAddress' : 'otherAddress' }
}

/** Without a token nobody answers for somebody else. */
export function speaksForAnother(
  { from }: Pick<IncomingMail, 'from'>,
  { attendees }: Pick<CalendarMessage, 'attendees'>,
): boolean {
  return from !== undefined && !isSameMailbox(from, attendees[0]?.address ?? '')
}
