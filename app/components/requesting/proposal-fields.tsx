import type { FieldMetadata } from '@conform-to/react'
import { type EveningEntries, type ProposalPlace, proposalPlaces } from '#app/forms/requesting/proposal-form.ts'
import { DateField } from '../form/date-field.tsx'
import { FormField } from '../form/form-field.tsx'

const legends: Record<ProposalPlace, string> = {
  first: 'De beste avond',
  second: 'Tweede avond (niet verplicht)',
  third: 'Derde avond (niet verplicht)',
}

type ProposalFieldsProps = { fields: { [Place in ProposalPlace]: FieldMetadata<EveningEntries> } }

/** One to three evenings, the best first. */
export function ProposalFields({ fields }: ProposalFieldsProps) {
  return (
    <>
      {proposalPlaces.map((place) => {
        const { date, startTime, endTime, reason } = fields[place].getFieldset()
        return (
          <fieldset key={place} className="form-section">
            <legend>{legends[place]}</legend>
            <DateField field={date} label="Datum" />
            <FormField field={startTime} label="Begintijd" hint="Bijvoorbeeld 19.30" width={4} />
            <FormField field={endTime} label="Eindtijd" hint="Bijvoorbeeld 21.00" width={4} />
            <FormField
              field={reason}
              label="Waarom deze avond?"
              hint="Eén zin voor de griffie. Deze tekst kan openbaar worden. Noem geen namen."
            />
          </fieldset>
        )
      })}
    </>
  )
}
