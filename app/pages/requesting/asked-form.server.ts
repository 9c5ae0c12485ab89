import type { Viewer } from '#app/domain/access/viewer.ts'
import { requestForm } from '#app/forms/requesting/request-form.ts'
import { parseForm } from '#app/web/fitting-form.ts'
import type { RequestingCouncilFacts } from '#db/requesting/requesting-councils.ts'
import type { Offer } from './request-offer.server.ts'

export type Entries = Record<string, string[]>

/** Whose form it is, and what was typed so far. */
export type AskedForm = { viewer: Viewer | undefined; lead: RequestingCouncilFacts; entries: Entries }

export function asksContact(viewer: Viewer | undefined, leadCouncilId: string): boolean {
  return !viewer?.councils.some(({ councilId }) => councilId === leadCouncilId)
}

/** The wish a form or draft holds, or what is still wrong with it. */
export function readWish(offer: Offer, { viewer, lead }: Omit<AskedForm, 'entries'>, formData: FormData) {
  return parseForm(formData, requestForm({ today: offer.today, asksContact: asksContact(viewer, lead.councilId) }))
}
