import { renderToStaticMarkup } from 'react-dom/server'
import { RequestFormFields } from './components/requesting/request-form-fields.tsx'
import { type NewForm, viewNewRequestForm } from './request-form-view.server.ts'
import type { Offer } from './request-offer.server.ts'

/** A request form that nobody typed in yet: the same for everybody who opens it for this council. */
export type NewRequestForm = { leadName: string; fields: string }

/** As long-lived as the offer they were made from: a change in the public tables ends both. */
const drawn = new WeakMap<Offer, Map<string, NewRequestForm>>()

/**
 * The form as it is opened, drawn once for each council. What must stay true: it is made from the offer, the council and whether contact is asked, and from
 * nothing about the person who asks for it.
 */
export function newRequestForm(offer: Offer, form: NewForm): NewRequestForm {
  // A topic somebody was reading about makes a rarer form: that one is drawn each time, so that two are kept per council at most.
  if (form.firstTopicId !== undefined) return draw(offer, form)
  const forms = drawn.get(offer) ?? new Map<string, NewRequestForm>()
  drawn.set(offer, forms)
  const key = `${form.lead.councilId} ${form.asksContact}`
  const kept = forms.get(key) ?? draw(offer, form)
  forms.set(key, kept)
  return kept
}

function draw(offer: Offer, form: NewForm): NewRequestForm {
  const view = viewNewRequestForm(offer, form)
  const asTyped = { id: 'aanvraag', allErrors: {}, initialValue: view.typed }
  return { leadName: view.lead.name, fields: renderToStaticMarkup(<RequestFormFields view={view} form={asTyped} />) }
}
