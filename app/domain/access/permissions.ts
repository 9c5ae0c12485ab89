import { councilIdsOf, isClerk, isStaff, type Viewer } from './viewer.ts'

/** To ask, answer or withdraw on behalf of a council takes a role there; staff cannot speak for a council. */
export function mayActForCouncil(viewer: Viewer, councilId: string): boolean {
  return isClerk(viewer) && councilIdsOf(viewer).includes(councilId)
}

/** Whoever plans or runs the portal sends mail once more; an accountManager sees it only. */
export function mayResendMail(viewer: Viewer): boolean {
  return isStaff(viewer, 'planner', 'administrator')
}

/** Who holds which role is decided in one place. */
export function mayAppoint(viewer: Viewer): boolean {
  return isStaff(viewer, 'administrator')
}
