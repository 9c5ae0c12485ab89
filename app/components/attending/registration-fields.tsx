import {
  facilityWords,
  participantFacilities,
  participantRoles,
  participantRoleWords,
} from '#app/domain/attending/registration.ts'
import { FormField } from '../form/form-field.tsx'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { Honeypot } from '../form/honeypot.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { SelectField } from '../form/select-field.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'

type Fields = Record<'name' | 'address' | 'role' | 'facility' | 'question', FormFieldMetadata>

export const facilityOptions = participantFacilities.map((value) => ({ value, text: facilityWords(value) }))

/** Everything somebody fills in to come to an evening. */
export function RegistrationFields({ fields }: { fields: Fields }) {
  return (
    <>
      <FormField field={fields.name} label="Uw naam" autoComplete="name" />
      <FormField
        field={fields.address}
        label="Uw e-mailadres"
        type="email"
        hint="Hier komt uw uitnodiging binnen. Gebruik het adres van de agenda waarin u de bijeenkomst wilt zien."
      />
      <RadioGroup
        field={fields.role}
        legend="Uw rol"
        choices={participantRoles.map((value) => ({ value, text: participantRoleWords[value] }))}
      />
      <SelectField
        field={fields.facility}
        label="Hebt u iets nodig om mee te doen?"
        optional
        prompt="Nee, niets"
        options={facilityOptions}
      />
      <TextAreaField
        field={fields.question}
        label="Wilt u vooraf iets vragen?"
        optional
        rows={4}
        hint="De sprekers kunnen hun verhaal erop afstemmen."
      />
      <Honeypot />
    </>
  )
}
