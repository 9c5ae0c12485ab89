import type { FieldMetadata } from '@conform-to/react'
import { PostForm } from '../form/post-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import type { ShownProposal } from './proposal-list.tsx'

type ChooseEveningProps = {
  proposal: Pick<ShownProposal, 'id' | 'evenings'>
  form: { id: string }
  fields: { choice: FieldMetadata<string>; remark: FieldMetadata<string> }
}

/** One of the proposed evenings, or none of them. */
export function ChooseEvening({ proposal, form, fields }: ChooseEveningProps) {
  const evenings = proposal.evenings.map(({ position, when, reason }) => ({
    value: String(position),
    text: when,
    hint: reason,
  }))
  const several = evenings.length > 1
  return (
    <section id="voorstel" aria-labelledby="kies-een-avond">
      <h2 id="kies-een-avond">Kies een avond</h2>
      <p>
        De provincie stelt deze {several ? 'avonden' : 'avond'} voor. Na uw antwoord is de provincie weer aan zet. Er
        staat dan nog niets vast en raadsleden krijgen nog geen bericht.
      </p>
      <PostForm className="form stack" id={form.id}>
        <input type="hidden" name="proposalId" value={proposal.id} />
        <RadioGroup
          field={fields.choice}
          legend="Welke avond past uw raad het best?"
          hint={several && 'De avond die de provincie het best lijkt, staat bovenaan.'}
          framed
          choices={[...evenings, { value: 'none', text: 'Geen van deze avonden' }]}
        />
        <TextAreaField
          field={fields.remark}
          label="Wilt u er iets bij schrijven?"
          hint="Past geen van de avonden? Schrijf dan op wanneer uw raad wel kan."
          optional
          rows={3}
        />
        <SubmitButton>Antwoord versturen</SubmitButton>
      </PostForm>
    </section>
  )
}
