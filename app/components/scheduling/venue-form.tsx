import type { VenueEntries } from '#app/forms/scheduling/venue-form.ts'
import { AllNeeded } from '../form/all-needed.tsx'
import { CheckboxField } from '../form/checkbox-field.tsx'
import type { FormErrors } from '../form/error-summary.tsx'
import { FormField } from '../form/form-field.tsx'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { PostForm } from '../form/post-form.tsx'
import { SelectField, type SelectOption } from '../form/select-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'

type VenueFormProps = {
  form: Pick<FormErrors, 'id'>
  fields: Record<keyof VenueEntries, FormFieldMetadata>
  municipalities: readonly SelectOption[]
  version?: number
  back: string
}

export function VenueForm({ form, fields, municipalities, version, back }: VenueFormProps) {
  return (
    <PostForm id={form.id} className="form">
      <AllNeeded />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <FormField field={fields.name} label="Naam van de zaal" />
      <FormField field={fields.address} label="Adres" optional />
      <SelectField
        field={fields.municipalityId}
        label="Gemeente"
        optional
        prompt="Geen gemeente"
        options={municipalities}
        hint="Wil de raad van deze gemeente in de eigen raadzaal zitten? Dan staat deze zaal al gekozen, als wij er maar één kennen."
      />
      <FormField
        field={fields.mailbox}
        label="E-mailadres van de zaal"
        optional
        type="email"
        autoComplete="off"
        hint="Een postbus die de zaal reserveert, of van wie de zaal beheert. Die krijgt de uitnodiging en antwoordt."
      />
      <FormField field={fields.capacity} label="Aantal plaatsen" optional type="number" width={4} />
      <TextAreaField
        field={fields.accessFacts}
        label="Toegang"
        optional
        rows={3}
        hint="Ingang, lift, ringleiding, parkeren. Deelnemers lezen dit."
      />
      <CheckboxField field={fields.active} label="Deze zaal is te kiezen" />
      <div className="actions">
        <SubmitButton>Zaal opslaan</SubmitButton>
        <a href={back}>Niet opslaan</a>
      </div>
    </PostForm>
  )
}
