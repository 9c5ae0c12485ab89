import { FormFieldDescription } from '@utrecht/form-field-description-react'
import type { ReactNode } from 'react'

/** The help between label and input. Draws nothing without text. */
export function FieldHint({ id, children }: { id?: string; children: ReactNode }) {
  if (!children) return null
  return (
    <FormFieldDescription id={id} className="field-description">
      {children}
    </FormFieldDescription>
  )
}
