/**
 * The part of Conform's FieldMetadata our form parts read. Any `fields.x` of `useForm` fits, whatever its schema.
 * `initialValue` is what was typed before, or the default; a refused form comes back with it.
 */
export type FormFieldMetadata = {
  id: string
  name: string
  errors?: string[] | undefined
  errorId: string
  descriptionId: string
  initialValue?: unknown
  /** What somebody else saved here meanwhile, in words; only when it differs. */
  theirs?: string | undefined
}

/** The ids that describe an input: its hint and, when there are errors or a colleague's answer, those. Undefined when there is nothing to read. */
export function describedBy(field: FormFieldMetadata, hasHint: boolean): string | undefined {
  const ids = [
    hasHint && field.descriptionId,
    field.errors?.length && field.errorId,
    field.theirs !== undefined && `${field.id}-collega`,
  ].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** What a text input starts with. Conform keeps numbers and dates as text here. */
export function initialText(field: FormFieldMetadata): string | undefined {
  return typeof field.initialValue === 'string' ? field.initialValue : undefined
}

/** Which choices a group starts with: Conform gives a lone choice as text and several as a list. */
export function initialChoices(field: FormFieldMetadata): readonly string[] {
  if (typeof field.initialValue === 'string') return [field.initialValue]
  return Array.isArray(field.initialValue) ? field.initialValue.filter((value) => typeof value === 'string') : []
}
