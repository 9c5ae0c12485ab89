import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { SessionEntries } from '#app/forms/scheduling/session-form.ts'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import type { Choice } from '../form/choice-fieldset.tsx'
import { DateField } from '../form/date-field.tsx'
import { FormField } from '../form/form-field.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { SelectField, type SelectOption } from '../form/select-field.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import { ProgrammeFields } from './programme-fields.tsx'

export type SessionFieldsProps = {
  form: Pick<FormMetadata, 'insert' | 'remove'>
  fields: { [Key in keyof SessionEntries]: FieldMetadata<SessionEntries[Key]> }
  venues: readonly SelectOption[]
  speakers: readonly Choice[]
}

const opennessChoices = [
  { value: 'public', text: 'Openbaar', hint: 'Staat op de pagina van de gemeente.' },
  { value: 'closed', text: 'Besloten', hint: 'Alleen via de link van de raad.' },
]

/** Everything staff fill in about an evening. */
export function SessionFields({ form, fields, venues, speakers }: SessionFieldsProps) {
  return (
    <>
      <FormField field={fields.title} label="Titel" />
      <fieldset className="form-section">
        <legend>Wanneer</legend>
        <DateField field={fields.date} label="Datum" />
        <FormField field={fields.startTime} label="Begintijd" hint="Bijvoorbeeld 19.30" width={4} />
        <FormField field={fields.endTime} label="Eindtijd" hint="Bijvoorbeeld 21.00" width={4} />
      </fieldset>
      <fieldset className="form-section">
        <legend>Waar</legend>
        <SelectField
          field={fields.venueId}
          label="Zaal"
          optional
          options={venues}
          prompt="Geen zaal (alleen online)"
          hint="De zaal is ook een half uur voor en na de bijeenkomst bezet."
        />
        <FormField
          field={fields.onlineUrl}
          label="Link voor online deelname"
          optional
          type="url"
          hint="Begint met https://"
        />
        <FormField
          field={fields.capacity}
          label="Aantal plaatsen"
          optional
          type="number"
          width={4}
          hint="Laat dit leeg als het aantal plaatsen van de zaal geldt."
        />
      </fieldset>
      <ProgrammeFields form={form} field={fields.programme} />
      <fieldset className="form-section">
        <legend>Wie</legend>
        {speakers.length === 0 ? (
          <p>
            Er zijn nog geen sprekers. <a href="/beheer/sprekers/nieuw">Voeg eerst een spreker toe</a>.
          </p>
        ) : (
          <CheckboxGroup
            field={fields.speakerIds}
            legend="Sprekers"
            optional
            choices={speakers}
            hint="Een spreker is ook een half uur voor en na de bijeenkomst bezet."
          />
        )}
        <RadioGroup field={fields.openness} legend="Openbaar of besloten" choices={opennessChoices} />
      </fieldset>
      <TextAreaField field={fields.explanation} label="Toelichting" optional hint="Voor wie zich aanmeldt." />
      <FormField
        field={fields.dosNumber}
        label="DOS-nummer"
        optional
        width={20}
        hint="Bijvoorbeeld DOS-2026-0001081. Zonder DOS-nummer kunt u niet publiceren."
      />
    </>
  )
}
