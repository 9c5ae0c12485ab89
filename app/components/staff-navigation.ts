/** The doors of the province's side, in the order of the day. */
export const staffNavigation = [
  { key: 'wachtrij', href: '/beheer/wachtrij', text: 'Wachtrij' },
  { key: 'sessies', href: '/beheer/sessies', text: 'Sessies' },
  { key: 'post', href: '/beheer/post', text: 'Post' },
  { key: 'beheer', href: '/beheer/personen', text: 'Beheer' },
] as const

export type StaffDoor = (typeof staffNavigation)[number]['key']
