import { requireClerk, requireStaff } from '#app/auth.server.ts'
import type { WebContext } from '#app/context.server.ts'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { findBriefingSession, findSessionOfCouncils } from '#db/scheduling/briefing-sessions.ts'

type Args = { request: Request; context: WebContext; params: { id?: string } }

/** Any evening, for staff. @throws 302 or 403 for anybody else, 404 when there is none */
export async function requireStaffSession(args: Args) {
  const viewer = await requireStaff(args)
  const session = await findBriefingSession(args.context.db, args.params.id ?? '')
  if (session === undefined) throw new Response(null, { status: 404 })
  return { viewer, session }
}

/**
 * An evening of the clerk's own councils, by the query itself.
 * @throws 302 or 403 for anybody else, 404 when there is none or it is another council's
 */
export async function requireOwnSession(args: Args) {
  const viewer = await requireClerk(args)
  const session = await findSessionOfCouncils(args.context.db, args.params.id ?? '', councilIdsOf(viewer))
  if (session === undefined) throw new Response(null, { status: 404 })
  return { viewer, session }
}
