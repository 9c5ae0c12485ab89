import type { ClerkRole, StaffRole } from './viewer.ts'

/** Roles as people call them. */
export const roleText: Record<ClerkRole | StaffRole, string> = {
  clerk: 'griffier',
  deputyClerk: 'plaatsvervangend griffier',
  clerksOfficeStaff: 'griffiemedewerker',
  planner: 'planner',
  accountManager: 'regio-accounthouder',
  administrator: 'beheerder',
}
