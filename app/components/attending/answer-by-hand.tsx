import { answerWords, givenAnswers } from '#app/domain/inviting/answer.ts'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { PostForm } from '../form/post-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { SelectField } from '../form/select-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'

type AnswerByHandProps = {
  fields: Record<'registrationId' | 'answer', FormFieldMetadata>
  people: readonly { registrationId: string; name: string; municipalityName: string }[]
  sequence: number
}

/** Somebody phoned or said it in the corridor: written down with the name of who wrote it. */
export function AnswerByHand({ fields, people, sequence }: AnswerByHandProps) {
  return (
    <section className="not-on-paper" aria-labelledby="zelf-invullen">
      <h2 id="zelf-invullen">Een reactie zelf invullen</h2>
      <p>
        Hoorde u het aan de telefoon of op de gang? Vul het hier in. Uw naam staat erbij; de deelnemer krijgt geen mail.
      </p>
      <PostForm className="stack">
        <input type="hidden" name="answeredSequence" value={sequence} />
        <SelectField
          field={fields.registrationId}
          label="Deelnemer"
          prompt="Kies een deelnemer"
          options={people.map(({ registrationId, name, municipalityName }) => ({
            value: registrationId,
            text: `${name} (${municipalityName})`,
          }))}
        />
        <RadioGroup
          field={fields.answer}
          legend="Reactie"
          inline
          choices={givenAnswers.map((value) => ({ value, text: answerWords[value] }))}
        />
        <div className="actions">
          <SubmitButton kind="secondary">Reactie bewaren</SubmitButton>
        </div>
      </PostForm>
    </section>
  )
}
