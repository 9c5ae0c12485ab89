import type { DraftConflict, RequestFormView } from '#app/forms/requesting/request-form-view.ts'
import { DefaultSubmit } from '../form/default-submit.tsx'
import { Honeypot } from '../form/honeypot.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { AudienceFieldset } from './audience-fieldset.tsx'
import { ContactFieldset } from './contact-fieldset.tsx'
import { EveningFieldset } from './evening-fieldset.tsx'
import { type FieldNamed, namedField, valueAt } from './named-field.ts'
import { RunningClockScript } from './running-clock.tsx'
import { TopicsFieldset } from './topics-fieldset.tsx'

export type RequestFormFieldsProps = {
  view: RequestFormView
  form: { id: string; allErrors: Record<string, string[]>; initialValue?: unknown }
  /** The version of the draft that is shown; absent for a new one. */
  version?: number
  conflict?: DraftConflict | undefined
}

/** A council's request on one page: for whom, about what, when and how, and who asks. */
export function RequestFormFields({ view, form, version, conflict }: RequestFormFieldsProps) {
  // Conform works these out anew each time they are asked for, and there are eighty fields.
  const known = { id: form.id, allErrors: form.allErrors }
  const { initialValue } = form
  const theirs = new Map(conflict?.differences.map((each) => [each.name, each.theirs]))
  const field: FieldNamed = (name) => ({
    ...namedField(known, name, valueAt(initialValue, name)),
    theirs: theirs.get(name),
  })
  return (
    <>
      <DefaultSubmit name="intent" value="check" />
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
      <RunningClockScript />
    </>
  )
}
