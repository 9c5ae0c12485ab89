import { councilIdsOf, isStaff, type Viewer } from './viewer.ts'

/** To ask, answer or withdraw on behalf of a council takes a role there; staff cannot speak for a council. */
export function mayActForCouncil(viewer: Viewer, councilId: string): boolean {
  return councilIdsOf(viewer).includes(councilId)
}

/** Planners and administrators may send a mail again; an account manager may only look at it. */
export function mayResendMail(viewer: Viewer): boolean {
  return isStaff(viewer, 'planner', 'administrator')
}

/** Only an administrator may give somebody a role or end one. */
export function mayAppoint(viewer: Viewer): boolean {
  return isStaff(viewer, 'administrator')
}
