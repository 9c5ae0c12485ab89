import { Textbox } from '@utrecht/textbox-react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { describedBy, initialText } from './form-field-metadata.ts'

const isoDate = /^\d{4}-\d{2}-\d{2}$/

/**
 * A date: the browser's own calendar, or typed. A native date input throws away a value it cannot read; a date typed as "12 januari 2027"
 * comes back in a text input, so that the answer is kept.
 */
export function DateField({ field, label, hint, optional }: FieldTexts) {
  const value = initialText(field)
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <Textbox
        id={field.id}
        name={field.name}
        type={value === undefined || value === '' || isoDate.test(value) ? 'date' : 'text'}
        className="width-10"
        defaultValue={value}
        required={!optional}
        invalid={Boolean(field.errors?.length)}
        aria-describedby={describedBy(field, Boolean(hint))}
      />
    </FieldFrame>
  )
}
