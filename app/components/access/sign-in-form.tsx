import { FormField } from '../form/form-field.tsx'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { SubmitButton } from '../form/submit-button.tsx'

/** Asks for a mail with a link. The same form wherever a link turns out not to work. */
export function SignInForm({ field, returnTo }: { field: FormFieldMetadata; returnTo?: string | undefined }) {
  return (
    <form method="post" action="/inloggen" noValidate className="stack">
      {returnTo && <input type="hidden" name="naar" value={returnTo} />}
      <FormField
        field={field}
        label="E-mailadres"
        hint="Het adres dat de provincie van u of uw griffie kent."
        type="email"
        width={20}
      />
      <SubmitButton>Mail mij een link</SubmitButton>
    </form>
  )
}
