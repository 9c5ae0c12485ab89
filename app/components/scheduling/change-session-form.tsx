import type { FieldMetadata } from '@conform-to/react'
import { AllNeeded } from '../form/all-needed.tsx'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { DefaultSubmit } from '../form/default-submit.tsx'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { SessionFields, type SessionFieldsProps } from './session-fields.tsx'

type ChangeSessionFormProps = Omit<SessionFieldsProps, 'form'> & {
  form: SessionFieldsProps['form'] & { id: string }
  fields: SessionFieldsProps['fields'] & { tellAboutText: FieldMetadata<string> }
  /** Of the evening as it is shown now: whoever saves on top of that has seen it. */
  version: number
  isAnnounced: boolean
  back: string
}

/** What is announced is previewed first; a draft is simply saved. */
export function ChangeSessionForm({ form, fields, version, isAnnounced, back, ...choices }: ChangeSessionFormProps) {
  const step = isAnnounced ? 'voorbeeld' : 'toepassen'
  return (
    <PostForm id={form.id} className="form">
      <DefaultSubmit name="step" value={step} />
      <AllNeeded />
      <input type="hidden" name="version" value={version} />
      <SessionFields form={form} fields={fields} {...choices} />
      {isAnnounced && (
        <CheckboxField
          field={fields.tellAboutText}
          label="Stuur iedereen bericht, ook als alleen de tekst verandert"
          hint="Een andere tijd, zaal of link melden wij altijd. Een betere tekst alleen als u dit aankruist."
        />
      )}
      <div className="actions">
        <SubmitButton name="step" value={step}>
          {isAnnounced ? 'Bekijk wie bericht krijgt' : 'Concept opslaan'}
        </SubmitButton>
        <a href={back}>Niet wijzigen</a>
      </div>
    </PostForm>
  )
}
