import { contactFunctions } from '#app/domain/requesting/briefing-wish.ts'
import { contactFunctionWords } from '#app/domain/requesting/wish-words.ts'
import type { RequestFormView } from '#app/forms/requesting/request-form-view.ts'
import { FormField } from '../form/form-field.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import type { FieldNamed } from './named-field.ts'

/** Who asks. Of whoever is signed in for the council we know everything but a telephone number. */
export function ContactFieldset({ view, field }: { view: RequestFormView; field: FieldNamed }) {
  return (
    <fieldset className="form-section">
      <legend>
        <h2 className="section-name">4. Wie bent u</h2>
      </legend>
      {view.asksContact ? (
        <>
          <FormField
            field={field('contactName')}
            label="Naam"
            hint="Zoals u op een naambordje wilt staan."
            autoComplete="name"
            width={20}
          />
          <RadioGroup
            field={field('contactFunction')}
            legend="Functie"
            choices={contactFunctions.map((value) => ({ value, text: contactFunctionWords[value] }))}
          />
          <FormField
            field={field('contactAddress')}
            label="E-mailadres"
            hint="Hierheen sturen wij een link waarmee u de aanvraag bevestigt. Het adres van de griffie mag ook."
            type="email"
            width={20}
          />
        </>
      ) : (
        <p>Uw naam, functie en e-mailadres kennen wij al.</p>
      )}
      <FormField
        field={field('phone')}
        label="Telefoonnummer"
        hint="Voor als wij u snel willen bereiken."
        type="tel"
        width={10}
        optional
      />
    </fieldset>
  )
}
