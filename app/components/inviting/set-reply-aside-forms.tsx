import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'

/** Nothing to link: either nothing has to be done, or this sender has no business here. */
export function SetReplyAsideForms({ reason }: { reason: FormFieldMetadata }) {
  return (
    <>
      <section aria-labelledby="gezien">
        <h2 id="gezien">Niets te koppelen</h2>
        <p>
          Is het een vraag of een opmerking? Antwoord dan zelf, vanuit uw eigen mail. Merk de reactie daarna als gezien.
          Wij onthouden niets over de afzender.
        </p>
        <PostForm>
          <input type="hidden" name="intent" value="gezien" />
          <SubmitButton kind="secondary">Als gezien merken</SubmitButton>
        </PostForm>
      </section>
      <section aria-labelledby="afwijzen">
        <h2 id="afwijzen">Afwijzen</h2>
        <p>
          Er verandert niets in het register. Een volgende mail van deze afzender over dezelfde deelnemer leggen wij u
          niet meer voor. De afzender krijgt geen bericht.
        </p>
        <PostForm className="form stack">
          <input type="hidden" name="intent" value="afwijzen" />
          <TextAreaField field={reason} label="Waarom wijst u deze reactie af?" rows={2} />
          <div className="actions">
            <SubmitButton kind="secondary" danger>
              Reactie afwijzen
            </SubmitButton>
          </div>
        </PostForm>
      </section>
    </>
  )
}
