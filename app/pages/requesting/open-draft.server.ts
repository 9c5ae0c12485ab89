import { redirect } from '@remix-run/node'
import { findSignedIn } from '#app/auth.server.ts'
import type { WebContext } from '#app/context.server.ts'
import { draftAccess } from '#app/use-cases/requesting/draft-access.ts'
import { findDraft } from '#db/requesting/request-drafts.ts'
import { readOffer } from './request-offer.server.ts'

type Args = { request: Request; context: WebContext; params: { key?: string } }

/**
 * The draft in the address, for whoever may open it, with everything around it. One that was sent leads to its confirmation.
 * @throws 404 when there is none or it is not yours
 */
export async function openDraft(args: Args) {
  const { context, params } = args
  const key = params.key ?? ''
  const viewer = await findSignedIn(args)
  const access = draftAccess(key, viewer)
  const [draft, offer] = await Promise.all([findDraft(context.db, access), readOffer(context)])
  if (!draft) throw new Response(null, { status: 404 })
  if (draft.reference !== undefined) throw redirect(`/aanvragen/${key}/verzonden`)
  const slug = draft.entries.municipality?.[0]
  const lead = offer.councils.find(({ councilId, municipalitySlug }) =>
    draft.councilId === undefined ? municipalitySlug === slug : councilId === draft.councilId,
  )
  if (!lead) throw new Response(null, { status: 404 })
  return { key, viewer, access, draft, offer, lead }
}
