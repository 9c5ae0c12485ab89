import type { FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { capital } from '#app/domain/first-letter.ts'
import { givenAnswers } from '#app/domain/inviting/answer.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import { type Capacity, engagedAnswerWords, givenAnswerWords } from '#app/domain/inviting/engagement.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { FormField } from '../form/form-field.tsx'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { PostForm } from '../form/post-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { RefusalBanner } from '../form/refusal-banner.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Notice } from '../page/notice.tsx'
import { AnswerHistory, type PastAnswer } from './answer-history.tsx'

type AnswerByPhoneProps = {
  form: FormMetadata<{ answer: string; remark: string }, string[]>
  fields: Record<'answer' | 'remark', FormFieldMetadata>
  line: { name: string; capacity: Capacity; answer: CalendarAnswer; replies: readonly PastAnswer[] }
  /** Of the evening that is shown. */
  sequence: number
  isOpen: boolean
  /** Which evening it is about. */
  children: ReactNode
}

/** What a speaker, a room or a clerk said on the telephone, and everything that was answered before. Nobody gets mail of it. */
export function AnswerByPhone({ form, fields, line, sequence, isOpen, children }: AnswerByPhoneProps) {
  const { name, capacity, answer, replies } = line
  const words = givenAnswerWords(capacity)
  return (
    <>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <h1>Antwoord van {name}</h1>
      {children}
      <p>Nu telt: {engagedAnswerWords(capacity, answer)}.</p>
      {isOpen ? (
        <section aria-labelledby="noteren" className="stack">
          <h2 id="noteren">Antwoord noteren</h2>
          <p>
            Hoorde u het aan de telefoon? Vul het hier in. Uw naam staat erbij en er gaat geen mail uit. Het laatste
            antwoord telt.
          </p>
          <PostForm id={form.id} className="form stack">
            <input type="hidden" name="answeredSequence" value={sequence} />
            <RadioGroup
              field={fields.answer}
              legend="Antwoord"
              choices={givenAnswers.map((value) => ({ value, text: capital(words[value]) }))}
            />
            <FormField field={fields.remark} label="Wat werd er gezegd?" optional autoComplete="off" />
            <div className="actions">
              <SubmitButton>Antwoord bewaren</SubmitButton>
            </div>
          </PostForm>
        </section>
      ) : (
        <Notice kind="warning" title="Antwoorden kan niet meer" />
      )}
      {replies.length > 0 && (
        <section aria-labelledby="geschiedenis" className="stack">
          <h2 id="geschiedenis">Wat er is geantwoord</h2>
          <AnswerHistory
            name={name}
            answers={replies}
            words={words}
            isOpen
            below={(reply) => isOpen && reply.door === 'staff' && !reply.withdrawn && <TakeBack id={reply.id} />}
          />
        </section>
      )}
    </>
  )
}

/** What was written down by mistake stays in the history, and no longer counts. */
function TakeBack({ id }: { id: number }) {
  return (
    <PostForm>
      <input type="hidden" name="terugdraaien" value={id} />
      <SubmitButton kind="secondary">Vergissing: terugdraaien</SubmitButton>
    </PostForm>
  )
}
