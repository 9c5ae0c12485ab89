import { redirect } from '@remix-run/node'
import { requireUser } from '#app/auth.server.ts'
import type { WebContext } from '#app/context.server.ts'
import { councilIdsOf, isStaff } from '#app/domain/access/viewer.ts'
import { findCoRequest, findOwnBriefingRequest } from '#db/requesting/briefing-requests.ts'

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

/**
 * The request in the address, when the viewer's council asked for it or was asked along. Who was asked along reads it and speaks for her own council only.
 * @throws 302 when nobody is signed in, 404 when it is not there or no council of theirs is in it
 */
export async function requireRequestTakingPart(args: Args) {
  const viewer = await requireUser(args)
  const coRequest = await findCoRequest(args.context.db, args.params.reference ?? '', councilIdsOf(viewer))
  if (!coRequest) return { ...(await requireOwnRequest(args)), isLead: true }
  const leads = coRequest.councils.some(({ isLead, councilId }) => isLead && councilIdsOf(viewer).includes(councilId))
  return { viewer, briefingRequest: coRequest, isLead: leads }
}

/**
 * The same for whoever answers for a council that was asked along.
 * @throws 302 when nobody is signed in, 404 when none of the viewer's councils was asked along
 */
export async function requireCoRequest(args: Args) {
  const viewer = await requireUser(args)
  const reference = args.params.reference ?? ''
  const briefingRequest = await findCoRequest(args.context.db, reference, councilIdsOf(viewer))
  if (briefingRequest) {
    const own = briefingRequest.councils.filter(
      ({ isLead, councilId }) => !isLead && councilIdsOf(viewer).includes(councilId),
    )
    return { viewer, briefingRequest, own }
  }
  if (isStaff(viewer)) throw redirect(`/beheer/aanvraag/${encodeURIComponent(reference)}`)
  throw new Response(null, { status: 404 })
}
