import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { formAction } from '#app/form-action.server.ts'
import { entriesOf } from '#app/forms/requesting/draft-entries.ts'
import { requestForm } from '#app/forms/requesting/request-form.ts'
import { anything } from '#app/forms/requesting/request-form-view.ts'
import { draftAccess } from '#app/use-cases/requesting/draft-access.ts'
import { saveDraft } from '#app/use-cases/requesting/save-draft.ts'
import { parseForm } from '#app/web/fitting-form.ts'
import { countAttempt } from '#app/web/rate-limit.server.ts'
import { findDraft } from '#db/requesting/request-drafts.ts'
import type { RequestingCouncilFacts } from '#db/requesting/requesting-councils.ts'
import { asksContact } from './asked-form.server.ts'
import { compareDrafts } from './draft-conflict.server.ts'
import { viewRequestForm } from './request-form-view.server.ts'
import type { Offer } from './request-offer.server.ts'

type AskedOf = {
  viewer: Viewer | undefined
  lead: RequestingCouncilFacts
  offer: Offer
  /** The draft that was open, by the last part of its address. */
  key: string | undefined
}

/**
 * What any button of the request form does. "Bijwerken" and "Bewaren" keep what was typed, whatever it is; "Verder" keeps it when nothing is wrong.
 * A refused form comes back as typed; when somebody else saved it meanwhile, with that person's answers beside it where they differ.
 */
export async function actOnRequestForm({ request, context }: ActionFunctionArgs, asked: AskedOf) {
  const { viewer, lead, offer } = asked
  const formData = await request.formData()
  const entries = entriesOf(formData)
  const intent = formData.get('intent')
  const keep = async () => {
    const draft = asked.key && { access: draftAccess(asked.key, viewer), version: Number(formData.get('version')) }
    if (!draft && !viewer) await countAttempt(context, 'requestPerNetwork', context.network)
    const saved = { entries, viewer, councilId: lead.councilId, draft: draft || undefined }
    const { newKey } = await saveDraft(context.db, saved, context.now())
    return `/aanvragen/${newKey ?? asked.key}`
  }
  const schema = requestForm({ today: offer.today, asksContact: asksContact(viewer, lead.councilId) })
  // What is kept whatever it is, is at least what this form can show again.
  parseForm(formData, schema)
  const answer =
    intent === 'update' || intent === 'save'
      ? await formAction(formData, anything, async () => {
          const address = await keep()
          return redirect(intent === 'save' ? `${address}?bewaard=ja` : `${address}#programma`)
        })
      : await formAction(formData, schema, async () => redirect(`${await keep()}/controleren`))
  if (!('data' in answer)) return answer
  const { lastResult } = answer.data
  const isStale = answer.init?.status === 409
  const draft = isStale && asked.key ? await findDraft(context.db, draftAccess(asked.key, viewer)) : undefined
  const conflict = draft && compareDrafts(offer, { mine: entries, theirs: draft.entries, savedBy: draft.updatedByName })
  const view = viewRequestForm(offer, { viewer, lead, entries })
  return data({ lastResult, view, conflict }, answer.init ?? undefined)
}
