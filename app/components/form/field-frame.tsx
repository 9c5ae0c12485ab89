import { FormField as UtrechtFormField } from '@utrecht/form-field-react'
import { FormLabel } from '@utrecht/form-label-react'
import type { ReactNode } from 'react'
import { FieldErrors } from './field-errors.tsx'
import { FieldHint } from './field-hint.tsx'
import { FieldTheirs } from './field-theirs.tsx'
import type { FormFieldMetadata } from './form-field-metadata.ts'

export type FieldTexts = {
  field: FormFieldMetadata
  label: ReactNode
  hint?: ReactNode
  /** Adds "(niet verplicht)" to the label. */
  optional?: boolean
}

/** Label, hint, error and one input, in that order: what a screen reader hears is what is seen. */
export function FieldFrame({ field, label, hint, optional, children }: FieldTexts & { children: ReactNode }) {
  return (
    <UtrechtFormField invalid={Boolean(field.errors?.length)}>
      <div className="utrecht-form-field__label">
        <FormLabel htmlFor={field.id}>
          {label}
          {optional && ' (niet verplicht)'}
        </FormLabel>
      </div>
      <FieldHint id={field.descriptionId}>{hint}</FieldHint>
      <FieldErrors field={field} />
      <FieldTheirs field={field} />
      {children}
    </UtrechtFormField>
  )
}
