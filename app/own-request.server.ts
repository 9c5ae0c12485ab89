import { redirect } from '@remix-run/node'
import { findOwnBriefingRequest } from '#db/requesting/briefing-requests.ts'
import { requireUser } from './auth.server.ts'
import type { WebContext } from './context.server.ts'
import { councilIdsOf, isStaff } from './domain/access/viewer.ts'

type Args = { request: Request; context: WebContext; params: { reference?: string } }

/**
 * The request in the address, when it is the viewer's council's. Staff have a page of their own for it.
 * @throws 302 when nobody is signed in, 404 when it is not there or not theirs
 */
export async function requireOwnRequest(args: Args) {
  const viewer = await requireUser(args)
  const reference = args.params.reference ?? ''
  const owner = { councilIds: councilIdsOf(viewer), personId: viewer.personId }
  const briefingRequest = await findOwnBriefingRequest(args.context.db, reference, owner)
  if (briefingRequest) return { viewer, briefingRequest }
  if (isStaff(viewer)) throw redirect(`/beheer/aanvraag/${encodeURIComponent(reference)}`)
  throw new Response(null, { status: 404 })
}
