/** Why a mail is not sent once more (resend-rule.ts). */
export type ResendRefusal =
  | 'erased'
  | 'purged'
  | 'underWay'
  | 'superseded'
  | 'suspended'
  | 'ownLink'
  | 'arrived'
  | 'sessionCancelled'
  | 'sessionHeld'
  | 'noLongerTakesPart'
  | 'requestClosed'

export type InvitingRefusals = {
  /** This mail cannot sensibly go once more. */
  'mail-not-resendable': { why: ResendRefusal }
  /** Somebody who speaks, a room or a clerk can no longer answer. */
  'engagement-closed': { reason: 'cancelled' | 'held' | 'notHeldAnyMore' | 'optionExpired' }
  /** The session no longer takes registrations or answers. */
  'session-closed': { reason: 'cancelled' | 'held' | 'notPublished' }
  /** Somebody else of the staff was first. */
  'reply-already-handled': { by: string; text: string }
  /** The mail does not say who sent it. */
  'sender-unknown': Record<never, never>
  /** A second address belongs to one person. */
  'address-of-another': { name: string }
  /** An earlier choice can only be taken back while it is the last one. */
  'choice-already-taken-back': Record<never, never>
  /** There is no answer in the mail, and none was chosen. */
  'no-answer-chosen': Record<never, never>
  /** Who works with the portal signs in with her address: only an administrator changes it. */
  'address-needs-administrator': Record<never, never>
  /** Somebody with a role or a request cannot erase herself: a council's dossier hangs on it. */
  'erasure-needs-administrator': Record<never, never>
  /** The evening began, was called off or was never announced. */
  'too-late-to-remind': Record<never, never>
  'reminded-twice': Record<never, never>
  /** Moments in words: when it was done last, and from when it may be done again. */
  'reminded-recently': { at: string; from: string }
  /** Everybody answered, or cannot or does not want to be reminded. */
  'nobody-to-remind': Record<never, never>
}
