import type { FormFieldMetadata } from '../form/form-field-metadata.ts'

type NamedForm = { id: string; allErrors: Record<string, string[]> }

/** A field by its name, for names that are data ("order.wonen", "dates[1]"): the same ids as Conform gives, so that the error summary finds it. */
export function namedField(form: NamedForm, name: string, initialValue: unknown): FormFieldMetadata {
  const id = `${form.id}-${name}`
  return {
    id,
    name,
    errors: form.allErrors[name],
    errorId: `${id}-error`,
    descriptionId: `${id}-description`,
    initialValue,
  }
}

/** A field by name, with what was typed in it. */
export type FieldNamed = (name: string) => FormFieldMetadata

/** "order.wonen" and "dates[1]" in what was typed. */
export function valueAt(values: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (inside, part) =>
        typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[part] : undefined,
      values,
    )
}
