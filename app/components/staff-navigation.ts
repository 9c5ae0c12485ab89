/** The six doors of the province's side, in the order of the day. */
export const staffNavigation = [
  { key: 'wachtrij', href: '/beheer/wachtrij', text: 'Wachtrij' },
  { key: 'planning', href: '/beheer/planning', text: 'Planning' },
  { key: 'sessies', href: '/beheer/sessies', text: 'Sessies' },
  { key: 'post', href: '/beheer/post', text: 'Post' },
  { key: 'raden', href: '/beheer/raden', text: 'Raden' },
  { key: 'beheer', href: '/beheer/personen', text: 'Beheer' },
] as const

export type StaffDoor = (typeof staffNavigation)[number]['key']
