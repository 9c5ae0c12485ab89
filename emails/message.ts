import type { CalendarMethod } from './calendar-input.ts'

/**
 * Every mail we send, and what it owes to the dossier number:
 * - `required`: staff or a session speaks to the outside. Without the number it does not leave; staff fill the number in first.
 * - `whenKnown`: confirms by itself what somebody just did. It may not wait, so without a number it says so honestly.
 * - `never`: about a person's access, not about a dossier.
 */
export const mailKinds = {
  'sign-in-link': 'never',
  'confirm-mailbox': 'whenKnown',
  'request-received': 'whenKnown',
  'request-received-staff': 'whenKnown',
  'request-goes-on': 'whenKnown',
  'council-asked': 'whenKnown',
  'council-answered': 'whenKnown',
  'co-request-ended': 'whenKnown',
  'question-asked': 'required',
  'question-answered': 'whenKnown',
  'evening-proposed': 'required',
  'evening-chosen': 'whenKnown',
  'request-accepted': 'required',
  'request-declined': 'required',
  'request-withdrawn': 'whenKnown',
  'session-published': 'required',
  'clerk-session-changed': 'required',
  'clerk-session-cancelled': 'required',
  'option-offered': 'required',
  'option-changed': 'required',
  'option-ended': 'required',
  'option-lapsed-staff': 'whenKnown',
  'speaker-invited': 'required',
  'speaker-changed': 'required',
  'speaker-cancelled': 'required',
  'venue-invited': 'required',
  'venue-changed': 'required',
  'venue-cancelled': 'required',
  invitation: 'required',
  'session-changed': 'required',
  'session-cancelled': 'required',
  'registration-cancelled': 'required',
  'already-registered': 'required',
  'waiting-list': 'required',
  'seat-passed-on': 'required',
  reminder: 'required',
  'confirm-reply': 'required',
} as const satisfies Record<string, 'required' | 'whenKnown' | 'never'>

export type MailKind = keyof typeof mailKinds

export function isDossierMail(kind: MailKind): boolean {
  return mailKinds[kind] === 'required'
}

export type Mailbox = { name?: string; address: string }

/** The same bytes go into the alternative and into the attachment. */
export type CalendarPart = { method: CalendarMethod; body: string; fileName: string }

/** What a template makes: finished, and the same for whoever it is addressed to. */
export type MailContent = {
  kind: MailKind
  dosNumber: string | null
  subject: string
  text: string
  html: string
  calendar?: CalendarPart
}

/** A content with its envelope: everything that decides the bytes. One recipient, never a copy to anybody. */
export type OutgoingMessage = MailContent & {
  from: Mailbox
  replyTo: Mailbox
  to: Mailbox
  /** With its angle brackets. */
  messageId: string
  inReplyTo?: string
  references?: string[]
  sentAt: Temporal.Instant
  /** Reminders only (RFC 8058): an https address that takes a POST without signing in. */
  listUnsubscribe?: { url: string; listId: string }
}
