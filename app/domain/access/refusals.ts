export type AccessRefusals = {
  /** A mailed link that was used, expired or never existed: one answer for all three. */
  'link-no-longer-works': Record<never, never>
  'too-many-attempts': { waitMinutes: number }
  /** A role begins or ends today or later: the past of a role is never changed. */
  'role-in-the-past': Record<never, never>
  /** A clerk was already appointed from that day or later, and a council has one at a time. */
  'council-has-next-clerk': Record<never, never>
  /** She holds it on that day already, or gets it later: a second one would outlive the end of the first. */
  'role-already-held': Record<never, never>
  /** Somebody has to be left to give roles, from the day that this one ends and without an end. */
  'last-administrator': Record<never, never>
  /** An administrator who takes her own role away would leave nobody to give it back. */
  'own-role': Record<never, never>
}
