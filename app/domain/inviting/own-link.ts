/**
 * Mails with a link of somebody's own, which soon stops working. They are asked for by their reader at that moment, and opening one shows that her address
 * works: they go to a suspended address too, where nothing else goes, and are never sent again by anybody else.
 */
export const ownLinkKinds = ['sign-in-link', 'confirm-mailbox'] as const

export function isOwnLink(kind: string): boolean {
  return (ownLinkKinds as readonly string[]).includes(kind)
}
