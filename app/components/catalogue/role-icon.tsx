import type { Party } from '#app/domain/catalogue/offer.ts'

const drawings: Record<Party, string> = {
  province:
    'M4 5l5-2 6 2 5-2v15l-5 3-6-3-5 3zM12 8.5a2.5 2.5 0 0 1 2.5 2.5c0 2-2.5 4.5-2.5 4.5S9.5 13 9.5 11A2.5 2.5 0 0 1 12 8.5z',
  council:
    'M4 20c0-4 2-6 4-6s4 2 4 6M12 20c0-4 2-6 4-6s4 2 4 6M8 11a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5zM16 11a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5z',
  municipality: 'M3 21h18M5 21V10h14v11M9 10V6h6v4M12 6V2.5M9 21v-4h6v4M8.5 13.5v.1M12 13.5v.1M15.5 13.5v.1',
  waterAuthority:
    'M2 9c2.5-2.5 4.2-2.5 6.7 0s4.2 2.5 6.7 0 4.2-2.5 6.6 0M2 15c2.5-2.5 4.2-2.5 6.7 0s4.2 2.5 6.7 0 4.2-2.5 6.6 0',
  state: 'M3 21h18M4 9l8-6 8 6zM6 9v9M10 9v9M14 9v9M18 9v9M4 18h16',
  region:
    'M12 9.5a4 4 0 1 0 0-7 4 4 0 0 0 0 7zM7 20.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM17 20.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
}

export function RoleIcon({ party }: { party: Party }) {
  return (
    <svg className="icon line-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={drawings[party]} />
    </svg>
  )
}
