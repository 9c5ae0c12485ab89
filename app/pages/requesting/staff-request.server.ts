import { requireStaff } from '#app/auth.server.ts'
import type { WebContext } from '#app/context.server.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'

type Args = { request: Request; context: WebContext; params: { reference?: string } }

/** Any request, for staff. @throws 302 or 403 for anybody else, 404 when there is none */
export async function requireStaffRequest(args: Args) {
  const viewer = await requireStaff(args)
  const briefingRequest = await findBriefingRequestByReference(args.context.db, args.params.reference ?? '')
  if (!briefingRequest) throw new Response(null, { status: 404 })
  return { viewer, briefingRequest }
}
