/** The doors of the province's side, in the order of the day. */
export const staffNavigation = [
  { key: 'wachtrij', href: '/beheer/wachtrij', text: 'Wachtrij' },
  { key: 'sessies', href: '/beheer/sessies', text: 'Bijeenkomsten' },
  { key: 'post', href: '/beheer/post', text: 'Post' },
  { key: 'beheer', href: '/beheer', text: 'Beheer' },
] as const

/**
 * A shortcut for each door, by its place: browsers want another key with it (accesskey), so that typing never leads away (WCAG 2.1.4) and no script is
 * needed.
 */
export const staffShortcuts = staffNavigation.map(({ href, text }, index) => ({ key: String(index + 1), href, text }))

/** The list of shortcuts itself, behind "?". */
export const keyOfShortcuts = '0'

export type StaffDoor = (typeof staffNavigation)[number]['key']
