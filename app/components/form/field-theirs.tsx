import type { FormFieldMetadata } from './form-field-metadata.ts'

/** What a colleague saved here meanwhile, beside what one typed oneself. Draws nothing where both say the same. */
export function FieldTheirs({ field }: { field: Pick<FormFieldMetadata, 'id' | 'theirs'> }) {
  if (field.theirs === undefined) return null
  return (
    <p id={`${field.id}-collega`} className="field-theirs">
      Uw collega schreef: <q className="kept-lines">{field.theirs}</q>
    </p>
  )
}
