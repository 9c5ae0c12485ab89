import { dateInAmsterdam, formatDate } from '#app/domain/calendar-text.ts'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { FormField } from '../form/form-field.tsx'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'

type AddressFormProps = {
  fields: Record<'address' | 'sendsAgain', FormFieldMetadata>
  evenings: readonly { registrationId: string; title: string; start: Temporal.Instant }[]
  isSuspended: boolean
}

/** The right address, and which invitations go there at once. */
export function AddressForm({ fields, evenings, isSuspended }: AddressFormProps) {
  return (
    <section aria-labelledby="juiste-adres">
      <h2 id="juiste-adres">Het juiste adres</h2>
      <p>
        Is het adres een ander? Dan werken de links in eerdere mail niet meer, want die kunnen bij een ander zijn
        aangekomen.
      </p>
      <PostForm className="form stack">
        <FormField field={fields.address} label="E-mailadres" type="email" autoComplete="off" />
        {evenings.length > 0 && (
          <CheckboxField
            field={fields.sendsAgain}
            label={
              evenings.length === 1
                ? 'Stuur de uitnodiging opnieuw'
                : `Stuur de ${evenings.length} uitnodigingen opnieuw`
            }
            hint={
              <>
                <ul className="plain-list">
                  {evenings.map(({ registrationId, title, start }) => (
                    <li key={registrationId}>
                      {title}, {formatDate(dateInAmsterdam(start))}
                    </li>
                  ))}
                </ul>
                Zonder vinkje gaat alleen weg wat nog wachtte.
              </>
            }
          />
        )}
        <div className="actions">
          <SubmitButton>{isSuspended ? 'Adres bewaren en weer mailen' : 'Adres bewaren'}</SubmitButton>
        </div>
      </PostForm>
    </section>
  )
}
