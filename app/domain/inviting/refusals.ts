export type InvitingRefusals = {
  /** The session no longer takes registrations or answers. */
  'session-closed': { reason: 'cancelled' | 'held' | 'notPublished' }
  /** Somebody with a role or a request cannot erase herself: a council's dossier hangs on it. */
  'erasure-needs-administrator': Record<never, never>
}
