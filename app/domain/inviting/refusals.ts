import type { ResendRefusal } from './resend-rule.ts'

export type InvitingRefusals = {
  /** This mail cannot sensibly go once more. */
  'mail-not-resendable': { why: ResendRefusal }
  /** The session no longer takes registrations or answers. */
  'session-closed': { reason: 'cancelled' | 'held' | 'notPublished' }
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
