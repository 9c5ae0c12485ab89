import { answerSentences, givenAnswers } from '#app/domain/inviting/answer.ts'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { PostForm } from '../form/post-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { SubmitButton } from '../form/submit-button.tsx'

type OwnAnswerFormProps = { field: FormFieldMetadata; sequence: number; hasAnswered: boolean }

/** Coming, maybe or not. The link in the mail only ticks a choice; this button counts. */
export function OwnAnswerForm({ field, sequence, hasAnswered }: OwnAnswerFormProps) {
  return (
    <PostForm className="stack">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="answeredSequence" value={sequence} />
      <RadioGroup
        field={field}
        legend="Komt u?"
        choices={givenAnswers.map((value) => ({ value, text: answerSentences[value] }))}
      />
      <div className="actions">
        <SubmitButton>{hasAnswered ? 'Antwoord wijzigen' : 'Antwoord versturen'}</SubmitButton>
      </div>
    </PostForm>
  )
}
