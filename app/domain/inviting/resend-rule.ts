import type { RequestStatus } from '../requesting/status.ts'
import type { OutboxState } from './outbox-words.ts'
import { isOwnLink } from './own-link.ts'
import type { ResendRefusal } from './refusals.ts'

export type MailToResend = {
  kind: string
  state: OutboxState
  /** It carries a calendar entry, of one person and one evening. */
  isCalendar: boolean
  isPurged: boolean
  isErased: boolean
  isSuspended: boolean
  /** A later calendar mail about the same evening went to the same person. */
  hasNewer: boolean
  /** Why the evening takes no answers, when it does not. */
  sessionClosed: 'cancelled' | 'held' | 'notPublished' | undefined
  /** Undefined for mail that is not to a participant. */
  takesPart: boolean | undefined
  requestStatus: RequestStatus | undefined
}

/** Anew: the entry as it is today, above the old one. Same: the very bytes that nobody took. */
export type ResendWay = { way: 'anew' } | { way: 'same' } | { way: 'no'; why: ResendRefusal }

/** They tell somebody that it is over, so they are true when it is over. */
const tellOfTheEnd = ['session-cancelled', 'registration-cancelled', 'clerk-session-cancelled', 'seat-passed-on']
const tellOfTheEndOfRequest = ['request-withdrawn', 'request-declined', 'co-request-ended']

/** Whether a mail can sensibly go once more, and how (RFC 5546 §2.1.5: what a calendar has had is never sent again as it was). */
export function wayToResend(mail: MailToResend): ResendWay {
  const why = refusalOf(mail)
  if (why) return { way: 'no', why }
  return mail.isCalendar && !tellOfTheEnd.includes(mail.kind) ? { way: 'anew' } : { way: 'same' }
}

function refusalOf(mail: MailToResend): ResendRefusal | undefined {
  const { kind, state } = mail
  if (mail.isErased) return 'erased'
  if (mail.isPurged) return 'purged'
  if (state === 'superseded' || mail.hasNewer) return 'superseded'
  if (state === 'held') return 'suspended'
  if (state === 'pending' || state === 'sending' || state === 'inDoubt') return 'underWay'
  if (isOwnLink(kind)) return 'ownLink'
  if (mail.isSuspended) return 'suspended'
  if (!tellOfTheEnd.includes(kind)) {
    if (mail.sessionClosed === 'cancelled' || mail.sessionClosed === 'notPublished') return 'sessionCancelled'
    if (mail.sessionClosed === 'held') return 'sessionHeld'
    if (mail.takesPart === false) return 'noLongerTakesPart'
  }
  const isOver = mail.requestStatus === 'withdrawn' || mail.requestStatus === 'declined'
  if (isOver && !tellOfTheEndOfRequest.includes(kind)) return 'requestClosed'
  const isEntry = mail.isCalendar && !tellOfTheEnd.includes(kind)
  return state === 'sent' && !isEntry ? 'arrived' : undefined
}
