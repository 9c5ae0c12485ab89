import { FormFieldErrorMessage } from '@utrecht/form-field-error-message-react'
import { WholeNumbers } from '../page/whole-numbers.tsx'
import type { FormFieldMetadata } from './form-field-metadata.ts'

/** What is wrong with this one answer, in sentences that say what to do. */
export function FieldErrors({ field }: { field: Pick<FormFieldMetadata, 'errors' | 'errorId'> }) {
  if (!field.errors?.length) return null
  return (
    <FormFieldErrorMessage id={field.errorId}>
      {field.errors.map((error) => (
        <span key={error}>
          <span className="visually-hidden">Fout: </span>
          <WholeNumbers>{error}</WholeNumbers>{' '}
        </span>
      ))}
    </FormFieldErrorMessage>
  )
}
