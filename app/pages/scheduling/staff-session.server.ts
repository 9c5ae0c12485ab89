import { requireStaff } from '#app/auth.server.ts'
import type { WebContext } from '#app/context.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'

type Args = { request: Request; context: WebContext; params: { id?: string } }

/** Any evening, for staff. @throws 302 or 403 for anybody else, 404 when there is none */
export async function requireStaffSession(args: Args) {
  const viewer = await requireStaff(args)
  const session = await findBriefingSession(args.context.db, args.params.id ?? '')
  if (session === undefined) throw new Response(null, { status: 404 })
  return { viewer, session }
}
