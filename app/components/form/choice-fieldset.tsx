import { Fieldset, FieldsetLegend } from '@utrecht/fieldset-react'
import type { ReactNode } from 'react'
import { FieldErrors } from './field-errors.tsx'
import { FieldHint } from './field-hint.tsx'
import { FieldTheirs } from './field-theirs.tsx'
import { describedBy, type FormFieldMetadata } from './form-field-metadata.ts'

export type Choice = {
  value: string
  text: ReactNode
  hint?: ReactNode
}

export type ChoiceGroupProps = {
  field: FormFieldMetadata
  legend: ReactNode
  hint?: ReactNode
  optional?: boolean
  choices: readonly Choice[]
  /** Short choices (ma, di, wo) beside each other. */
  inline?: boolean
  /** Each choice in a frame, for choices that need a sentence. */
  framed?: boolean
}

type ChoiceFieldsetProps = Omit<ChoiceGroupProps, 'choices' | 'framed'> & { role?: 'radiogroup'; children: ReactNode }

/** The question above a group of choices, its hint and its error. */
export function ChoiceFieldset({ field, legend, hint, optional, inline, role, children }: ChoiceFieldsetProps) {
  return (
    <Fieldset
      role={role}
      required={role && !optional}
      invalid={Boolean(field.errors?.length)}
      aria-describedby={describedBy(field, Boolean(hint))}
    >
      <FieldsetLegend>
        {legend}
        {optional && ' (niet verplicht)'}
      </FieldsetLegend>
      <FieldHint id={field.descriptionId}>{hint}</FieldHint>
      <FieldErrors field={field} />
      <FieldTheirs field={field} />
      <div className={inline ? 'choices inline' : 'choices'}>{children}</div>
    </Fieldset>
  )
}

/** The first choice carries the id of the field, so that the link in the error summary lands on it. */
export function choiceId(field: FormFieldMetadata, index: number): string {
  return index === 0 ? field.id : `${field.id}-${index + 1}`
}
