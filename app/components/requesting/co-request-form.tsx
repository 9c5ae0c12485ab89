import { type SubmissionResult, useForm } from '@conform-to/react'
import type { CouncilState } from '#app/domain/requesting/briefing-request.ts'
import { PostForm } from '../form/post-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'

type CoRequestFormProps = {
  council: { councilId: string; municipalityName: string; state: CouncilState; remark: string }
  /** With several councils of one clerk on the page: the form says whose it is. */
  named: boolean
  lastResult: SubmissionResult<string[]> | undefined
}

/** Yes or no for one council that was asked along. */
export function CoRequestForm({ council, named, lastResult }: CoRequestFormProps) {
  const { councilId, municipalityName, state, remark } = council
  const [form, fields] = useForm<{ answer: string; remark: string }>({
    id: `meedoen-${councilId}`,
    lastResult,
    defaultValue: { answer: state === 'invited' ? undefined : state, remark },
  })
  return (
    <PostForm className="form stack" id={form.id}>
      <input type="hidden" name="councilId" value={councilId} />
      <input type="hidden" name="seen" value={state} />
      <RadioGroup
        field={fields.answer}
        legend={named ? `Doet de raad van ${municipalityName} mee?` : 'Doet uw raad mee?'}
        choices={[
          { value: 'joined', text: 'Ja, onze raad doet mee' },
          { value: 'declined', text: 'Nee, onze raad doet niet mee' },
        ]}
      />
      <TextAreaField
        field={fields.remark}
        label="Wilt u er iets bij schrijven?"
        hint="Bijvoorbeeld op welke avonden uw raad niet kan."
        optional
        rows={3}
      />
      <SubmitButton>{state === 'invited' ? 'Antwoord versturen' : 'Antwoord wijzigen'}</SubmitButton>
    </PostForm>
  )
}
