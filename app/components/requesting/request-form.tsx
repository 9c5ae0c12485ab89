import type { RequestFormView } from '#app/forms/requesting/request-form-view.ts'
import { Honeypot } from '../honeypot.tsx'
import { PostForm } from '../post-form.tsx'
import { SubmitButton } from '../submit-button.tsx'
import { AudienceFieldset } from './audience-fieldset.tsx'
import { ContactFieldset } from './contact-fieldset.tsx'
import { EveningFieldset } from './evening-fieldset.tsx'
import { type FieldNamed, namedField, valueAt } from './named-field.ts'
import { TopicsFieldset } from './topics-fieldset.tsx'

type RequestFormProps = {
  view: RequestFormView
  form: { id: string; allErrors: Record<string, string[]>; initialValue?: unknown }
  /** The version of the draft that is shown; absent for a new one. */
  version?: number
}

/** A council's request on one page: for whom, about what, when and how, and who asks. Works without JavaScript. */
export function RequestForm({ view, form, version }: RequestFormProps) {
  const field: FieldNamed = (name) => namedField(form, name, valueAt(form.initialValue, name))
  return (
    <PostForm className="form" id={form.id}>
      {/* The button that Enter presses: the first one in the form. */}
      <button type="submit" name="intent" value="check" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        Verder
      </button>
      <input type="hidden" name="municipality" value={view.lead.slug} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <AudienceFieldset view={view} field={field} />
      <TopicsFieldset view={view} field={field} />
      <EveningFieldset view={view} field={field} />
      <ContactFieldset view={view} field={field} />
      <Honeypot />
      <div className="actions">
        <SubmitButton name="intent" value="check">
          Verder naar controleren
        </SubmitButton>
        <SubmitButton kind="secondary" name="intent" value="save">
          Bewaren en later verder
        </SubmitButton>
      </div>
    </PostForm>
  )
}
