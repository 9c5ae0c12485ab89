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

/** The councils whose dossiers this person may see and act for. Goes into the `where` of every clerk query. */
export function councilIdsOf(viewer: Viewer): string[] {
  return viewer.councils.map((each) => each.councilId)
}
