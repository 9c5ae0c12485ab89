import type { SpeakerEntries } from '#app/forms/scheduling/speaker-form.ts'
import { AllNeeded } from '../form/all-needed.tsx'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import type { Choice } from '../form/choice-fieldset.tsx'
import type { FormErrors } from '../form/error-summary.tsx'
import { FormField } from '../form/form-field.tsx'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'

type SpeakerFormProps = {
  form: Pick<FormErrors, 'id'>
  fields: Record<keyof SpeakerEntries, FormFieldMetadata>
  topics: readonly Choice[]
  version?: number
  back: string
}

export function SpeakerForm({ form, fields, topics, version, back }: SpeakerFormProps) {
  return (
    <PostForm id={form.id} className="form">
      <AllNeeded />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <FormField field={fields.name} label="Naam" hint="Zoals die op een naambordje staat." />
      <FormField field={fields.organisation} label="Organisatie of afdeling" optional />
      <FormField
        field={fields.mailbox}
        label="E-mailadres"
        optional
        type="email"
        autoComplete="off"
        hint="Hier komt de uitnodiging voor in de agenda. Zonder adres belt u zelf."
      />
      <CheckboxGroup
        field={fields.topicIds}
        legend="Over welke onderwerpen kan deze spreker spreken?"
        optional
        choices={topics}
      />
      <CheckboxField field={fields.active} label="Deze spreker is te kiezen" />
      <div className="actions">
        <SubmitButton>Spreker opslaan</SubmitButton>
        <a href={back}>Niet opslaan</a>
      </div>
    </PostForm>
  )
}
