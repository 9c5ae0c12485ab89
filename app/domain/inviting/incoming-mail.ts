/** One ATTENDEE of a calendar answer, as it was written. */
export type AnsweringAttendee = {
  /** Lower case, without mailto:. */
  address: string
  partstat: string
  delegatedTo: string[]
}

/** What a calendar said back (RFC 5546). Only what we need: calendars differ too much in the rest. */
export type CalendarMessage = {
  method: string
  uid: string
  /** Undefined where the calendar leaves it out, as KMail does. */
  sequence: number | undefined
  stampedAt: Temporal.Instant | undefined
  attendees: AnsweringAttendee[]
  /** How many events the object holds. */
  events: number
  /** An answer to one occurrence of a series; we never send a series. */
  hasRecurrenceId: boolean
  comment: string
  /** REQUEST-STATUS as written, such as "3.7;Invalid calendar user"; shown, never fatal. */
  requestStatus: string[]
  /** COUNTER: the time that is proposed instead. */
  proposedStart: Temporal.Instant | undefined
  proposedEnd: Temporal.Instant | undefined
}

export type DeliveryReport = {
  action: string
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  status: string
  recipient: string | undefined
}

export type IncomingContent =
  | { kind: 'calendar'; calendar: CalendarMessage }
  /** A calendar part that cannot be read as one answer. */
  | {
      kind: 'unreadableCalendar'
      reason: 'syntax' | 'tooLarge' | 'noMethod' | 'methodMismatch' | 'noEvent' | 'noUid' | 'noAttendee' | 'status'
    }
  | { kind: 'severalCalendars' }
  /** An answer about free and busy time, a task or a journal. */
  | { kind: 'notAnEvent'; method: string }
  | {
      kind: 'bounce'
      reports: DeliveryReport[]
      envelopeId: string | undefined
      originalMessageId: string | undefined
      /** The envelope names a sender, as that of a delivery report never does (RFC 3464 §2). False where no server wrote it down. */
      hasSender: boolean
    }
  | { kind: 'readReceipt' }
  | { kind: 'automatic' }
  | { kind: 'human' }
  /** A message that cannot be taken apart at all. */
  | { kind: 'unreadableMail' }

export type AuthenticationResult = 'pass' | 'fail' | 'none'

/** A mail that came in, described without looking at anything but its bytes. */
export type IncomingMail = {
  /** Lower case; undefined when there is not exactly one. */
  from: string | undefined
  /** As the sender calls herself. */
  fromName: string
  /** Everybody it says it was delivered or addressed to, the most trustworthy first. */
  recipients: string[]
  subject: string
  /** Made by a machine (RFC 3834 §5). An answer of a room's mailbox is one too, and counts. */
  isAutomatic: boolean
  /** What our own mail server found about the sender; nobody else's findings count. */
  authentication: AuthenticationResult
  text: string
  content: IncomingContent
}

/** Why somebody seems to be the one a mail is from: her own reply address, her address in the answer, what staff chose before, its sender, a name. */
export type GuessReason = 'token' | 'attendee' | 'remembered' | 'sender' | 'name'
