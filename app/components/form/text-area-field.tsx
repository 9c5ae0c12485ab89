import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { describedBy, initialText } from './form-field-metadata.ts'

/** Free text. Says by itself that it may become public (Wet open overheid), so that nobody forgets to say it. */
export function TextAreaField({ field, label, hint, optional, rows = 5 }: FieldTexts & { rows?: number }) {
  const help = <>{hint} Deze tekst kan openbaar worden. Noem geen namen of andere persoonlijke gegevens.</>
  return (
    <FieldFrame field={field} label={label} hint={help} optional={optional}>
      <textarea
        id={field.id}
        name={field.name}
        rows={rows}
        dir="auto"
        className="utrecht-textarea utrecht-textarea--html-textarea"
        defaultValue={initialText(field)}
        aria-required={!optional || undefined}
        aria-invalid={Boolean(field.errors?.length) || undefined}
        aria-describedby={describedBy(field, true)}
      />
    </FieldFrame>
  )
}
