import { Textbox } from '@utrecht/textbox-react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { describedBy, initialText } from './form-field-metadata.ts'

type FormFieldProps = FieldTexts & {
  type?: 'text' | 'email' | 'tel' | 'number' | 'time' | 'url'
  /** How many characters the answer has, roughly: the input is as wide as the answer. */
  width?: 2 | 4 | 10 | 20
  /** HTML autocomplete token, e.g. "name" (WCAG 1.3.5). An address or number is taken for one's own; "off" where it is somebody else's. */
  autoComplete?: string
}

/**
 * One line of text. A number is a text input with a numeric keyboard: a spinner changes answers by accident and drops what is not a number.
 * What has to be filled in gets `aria-required`, never `required`: browsers would refuse it in their own words, in their own language.
 */
export function FormField({ field, label, hint, optional, type = 'text', width, autoComplete }: FormFieldProps) {
  const isAddress = type === 'email' || type === 'url'
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <Textbox
        id={field.id}
        name={field.name}
        type={type === 'number' ? 'text' : type}
        inputMode={type === 'number' ? 'numeric' : undefined}
        className={width && `width-${width}`}
        defaultValue={initialText(field)}
        autoComplete={autoComplete ?? (type === 'email' || type === 'tel' ? type : undefined)}
        autoCapitalize={isAddress ? 'none' : undefined}
        spellCheck={isAddress ? false : undefined}
        required={!optional}
        invalid={Boolean(field.errors?.length)}
        aria-describedby={describedBy(field, Boolean(hint))}
      />
    </FieldFrame>
  )
}
