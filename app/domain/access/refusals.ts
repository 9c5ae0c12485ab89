export type AccessRefusals = {
  /** A mailed link that was used, expired or never existed: one answer for all three. */
  'link-no-longer-works': Record<never, never>
  'too-many-attempts': { waitMinutes: number }
}
