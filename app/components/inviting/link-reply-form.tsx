import { answerWords, givenAnswers } from '#app/domain/inviting/answer.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import { printable } from '#app/domain/inviting/printable.ts'
import type { FormFieldMetadata } from '../form/form-field-metadata.ts'
import { PostForm } from '../form/post-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { SearchBox } from '../form/search-box.tsx'
import { SelectField } from '../form/select-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'

export type LinkCandidate = {
  registrationId: string
  name: string
  municipalityName: string
  answer: CalendarAnswer
  title: string
  sequence: number
}

type LinkReplyFormProps = {
  id: string
  fields: Record<'registrationId' | 'remember' | 'answer', FormFieldMetadata>
  candidates: readonly LinkCandidate[]
  search: string
  /** The list is as long as it gets: others are found by name. */
  isCut: boolean
  knowsSession: boolean
  /** The mail holds no answer that counts by itself: staff choose. */
  asksAnswer: boolean
  sender: string | undefined
  secondAddress: string | undefined
}

/** Whose answer it is, and what to remember of that. */
export function LinkReplyForm(props: LinkReplyFormProps) {
  const { id, fields, candidates, search, isCut, knowsSession, asksAnswer, sender, secondAddress } = props
  const here = `/beheer/post/onbekend/${id}`
  return (
    <section aria-labelledby="koppelen">
      <h2 id="koppelen">Koppelen aan een deelnemer</h2>
      <SearchBox
        action={here}
        label="Zoek een deelnemer op naam"
        value={search}
        hint={knowsSession ? 'Wij zoeken in deze bijeenkomst.' : 'Wij zoeken in alle bijeenkomsten die nog komen.'}
      />
      {candidates.length === 0 ? (
        <p role="status">
          {search
            ? `Niemand gevonden met “${search}” in de naam.`
            : 'Er is niemand om uit te kiezen. Zoek eerst op naam.'}
        </p>
      ) : (
        <PostForm className="form stack">
          <input type="hidden" name="intent" value="koppelen" />
          <SelectField
            field={fields.registrationId}
            label="Deelnemer"
            hint={isCut ? 'Staat de deelnemer er niet bij? Zoek dan op naam.' : undefined}
            prompt="Kies een deelnemer"
            options={candidates.map((each) => ({
              value: `${each.registrationId}:${each.sequence}`,
              text: `${each.name} (${each.municipalityName})${knowsSession ? '' : `, ${each.title}`}, nu: ${answerWords[each.answer]}`,
            }))}
          />
          {asksAnswer && (
            <RadioGroup
              field={fields.answer}
              legend="Wat bedoelt de deelnemer?"
              inline
              choices={givenAnswers.map((value) => ({ value, text: answerWords[value] }))}
            />
          )}
          <RadioGroup
            field={fields.remember}
            legend="Wat doen wij met een volgende mail?"
            choices={[
              {
                value: 'linked',
                text: 'De afzender onthouden',
                hint: sender
                  ? `Een volgend antwoord van ${printable(sender)} voor deze deelnemer telt meteen mee.`
                  : 'Deze mail noemt geen afzender. Er valt niets te onthouden.',
              },
              ...(secondAddress
                ? [
                    {
                      value: 'alias',
                      text: 'Het adres toevoegen als tweede adres',
                      hint: `${printable(secondAddress)} hoort dan bij deze deelnemer. Antwoorden voor dat adres tellen mee. Mail sturen wij er niet heen.`,
                    },
                  ]
                : []),
            ]}
          />
          <p className="quiet">De deelnemer krijgt geen mail.</p>
          <div className="actions">
            <SubmitButton>Reactie koppelen</SubmitButton>
          </div>
        </PostForm>
      )}
    </section>
  )
}
