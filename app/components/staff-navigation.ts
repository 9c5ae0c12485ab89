/** The six doors of the province's side, in the order of the day. */
export const staffNavigation = [
  { key: 'wachtrij', href: '/wachtrij', text: 'Wachtrij' },
  { key: 'planning', href: '/planning', text: 'Planning' },
  { key: 'sessies', href: '/sessies', text: 'Sessies' },
  { key: 'post', href: '/post', text: 'Post' },
  { key: 'raden', href: '/raden', text: 'Raden' },
  { key: 'beheer', href: '/beheer', text: 'Beheer' },
] as const

export type StaffDoor = (typeof staffNavigation)[number]['key']
