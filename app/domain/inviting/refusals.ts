export type InvitingRefusals = {
  /** The session no longer takes registrations or answers. */
  'session-closed': { reason: 'cancelled' | 'held' | 'notPublished' }
}
