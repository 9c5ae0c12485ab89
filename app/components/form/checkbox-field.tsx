import { Checkbox } from '@utrecht/checkbox-react'
import { FormLabel } from '@utrecht/form-label-react'
import type { ReactNode } from 'react'
import { FieldErrors } from './field-errors.tsx'
import { FieldHint } from './field-hint.tsx'
import { FieldTheirs } from './field-theirs.tsx'
import { describedBy, type FormFieldMetadata } from './form-field-metadata.ts'

type CheckboxFieldProps = { field: FormFieldMetadata; label: ReactNode; hint?: ReactNode }

/** One box to tick, with its own sentence. Sends "on", as zod's boolean of Conform expects. */
export function CheckboxField({ field, label, hint }: CheckboxFieldProps) {
  return (
    <div>
      <FieldErrors field={field} />
      <FieldTheirs field={field} />
      <div className="choice">
        <Checkbox
          appearance="native"
          id={field.id}
          name={field.name}
          value="on"
          defaultChecked={field.initialValue === 'on' || field.initialValue === true}
          invalid={Boolean(field.errors?.length)}
          aria-describedby={describedBy(field, Boolean(hint))}
        />
        <FormLabel type="checkbox" htmlFor={field.id}>
          {label}
        </FormLabel>
        <FieldHint id={field.descriptionId}>{hint}</FieldHint>
      </div>
    </div>
  )
}
