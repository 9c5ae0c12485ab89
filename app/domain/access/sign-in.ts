import { clerkRoles, isClerk, isStaff, staffRoles, type Viewer } from './viewer.ts'

/** How long a mailed sign-in link works. */
export const signInLinkLifetime = Temporal.Duration.from({ minutes: 15 })
/** How long somebody may take to show that the mailbox in a request is hers. */
export const mailboxProofLifetime = Temporal.Duration.from({ hours: 7 * 24 })
/** How long a device stays signed in; using it does not prolong it. */
export const signInLifetime = Temporal.Duration.from({ hours: 12 })
/** "Laatst gebruikt" is kept no finer than this, so that looking at pages does not write at every page. */
export const lastSeenStep = Temporal.Duration.from({ minutes: 5 })

/** As whom somebody is about to sign in: all that a link shows of its owner before it is used. */
export type SignsInAs = 'clerk' | 'staff' | 'both' | 'none'

export function signsInAs(roles: readonly (string | null)[]): SignsInAs {
  const clerk = roles.some((role) => (clerkRoles as readonly (string | null)[]).includes(role))
  const staff = roles.some((role) => (staffRoles as readonly (string | null)[]).includes(role))
  if (clerk && staff) return 'both'
  if (clerk) return 'clerk'
  return staff ? 'staff' : 'none'
}

/** Where somebody starts who was not on the way to a page. Both roles, or none: a page that says what there is. */
export function startPage(viewer: Viewer): string {
  if (isClerk(viewer) && !isStaff(viewer)) return '/griffie'
  if (isStaff(viewer) && !isClerk(viewer)) return '/beheer/wachtrij'
  return '/account'
}

export function shouldNoteSeen(lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(lastSeenAt.add(lastSeenStep), now) <= 0
}
