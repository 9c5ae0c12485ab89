import { FormFieldDescription } from '@utrecht/form-field-description-react'
import type { ReactNode } from 'react'
import { WholeNumbers } from '../page/whole-numbers.tsx'

/** The help between label and input. Draws nothing without text. */
export function FieldHint({ id, children }: { id?: string; children: ReactNode }) {
  if (!children) return null
  return (
    <FormFieldDescription id={id} className="field-description">
      {typeof children === 'string' ? <WholeNumbers>{children}</WholeNumbers> : children}
    </FormFieldDescription>
  )
}
