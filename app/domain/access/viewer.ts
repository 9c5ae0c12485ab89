export const clerkRoles = ['clerk', 'deputyClerk', 'clerksOfficeStaff'] as const
export const staffRoles = ['planner', 'accountManager', 'administrator'] as const
export type ClerkRole = (typeof clerkRoles)[number]
export type StaffRole = (typeof staffRoles)[number]

/** Who is signed in, with the roles that hold today. */
export type Viewer = {
  personId: string
  name: string
  signInId: string
  councils: { councilId: string; councilName: string; municipalitySlug: string; role: ClerkRole }[]
  staff: { role: StaffRole; regionId: string | undefined }[]
}

export function isClerk(viewer: Viewer): boolean {
  return viewer.councils.length > 0
}

export function isStaff(viewer: Viewer, ...oneOf: StaffRole[]): boolean {
  return viewer.staff.some((each) => oneOf.length === 0 || oneOf.includes(each.role))
}

/** As whom the audit names what this person does with her own sign-in or calendar. */
export function actorOf(viewer: Viewer): { kind: 'staff' | 'clerk'; personId: string } {
  return { kind: isStaff(viewer) ? 'staff' : 'clerk', personId: viewer.personId }
}

/** The councils whose dossiers this person may see and act for. Goes into the `where` of every clerk query. */
export function councilIdsOf(viewer: Viewer): string[] {
  return viewer.councils.map((each) => each.councilId)
}
