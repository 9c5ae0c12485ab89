import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { describedBy, initialText } from './form-field-metadata.ts'

export type SelectOption = { value: string; text: string }

type SelectFieldProps = FieldTexts & {
  options: readonly SelectOption[]
  /** The first, empty choice. Leave out only when a default is always right. */
  prompt?: string
}

/** One choice out of many. With seven or fewer choices a RadioGroup is easier to read. */
export function SelectField({ field, label, hint, optional, options, prompt }: SelectFieldProps) {
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <select
        id={field.id}
        name={field.name}
        className="utrecht-select"
        defaultValue={initialText(field)}
        aria-required={!optional || undefined}
        aria-invalid={Boolean(field.errors?.length) || undefined}
        aria-describedby={describedBy(field, Boolean(hint))}
      >
        {prompt && <option value="">{prompt}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
