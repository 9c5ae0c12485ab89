import type { ReactNode } from 'react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { describedBy, initialText } from './form-field-metadata.ts'

type TextAreaFieldProps = FieldTexts & {
  rows?: number
  /** Adds the sentence that free text may be made public (Wet open overheid). On unless nobody ever keeps the text. */
  mayBecomePublic?: boolean
}

/** Free text. Says by itself that it may become public, so that nobody forgets to say it. */
export function TextAreaField({ field, label, hint, optional, rows = 5, mayBecomePublic = true }: TextAreaFieldProps) {
  const help = mayBecomePublic ? <PublicTextHint hint={hint} /> : hint
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
        aria-describedby={describedBy(field, Boolean(help))}
      />
    </FieldFrame>
  )
}

function PublicTextHint({ hint }: { hint: ReactNode }) {
  return <>{hint} Deze tekst kan openbaar worden. Noem geen namen of andere persoonlijke gegevens.</>
}
