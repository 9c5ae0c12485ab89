import { Button } from '@utrecht/button-react'
import { mailKindInWords, mailKindWords, outboxStateWords } from '#app/domain/inviting/outbox-words.ts'
import type { ReadOutboxFilter } from '#app/forms/inviting/outbox-filter.ts'
import type { SelectOption } from '../form/select-field.tsx'

type OutboxFilterFormProps = { filter: ReadOutboxFilter; evenings: readonly SelectOption[] }

const asOptions = (words: Record<string, string>) => Object.values(words).map((text) => ({ value: text, text }))

/** Which mail is in the list. The choice stands in the address, so that it can be kept and shared. */
export function OutboxFilterForm({ filter, evenings }: OutboxFilterFormProps) {
  return (
    <form method="get" action="/beheer/post" className="filters">
      <Choice
        name="toestand"
        label="Toestand"
        all="Elke toestand"
        value={filter.state && outboxStateWords[filter.state]}
        options={asOptions(outboxStateWords)}
      />
      <Choice
        name="soort"
        label="Soort mail"
        all="Elke soort"
        value={filter.kind && mailKindInWords(filter.kind)}
        options={asOptions(mailKindWords)}
      />
      <Choice
        name="bijeenkomst"
        label="Bijeenkomst"
        all="Elke bijeenkomst"
        value={filter.briefingSessionId}
        options={evenings}
      />
      <div>
        <label htmlFor="zoek">Naam of heel mailadres</label>
        <input id="zoek" name="zoek" type="search" className="utrecht-textbox" defaultValue={filter.recipient} />
      </div>
      <div className="choice">
        <input
          id="tegengehouden"
          name="tegengehouden"
          type="checkbox"
          value="ja"
          className="utrecht-checkbox"
          defaultChecked={filter.withWithheld}
        />
        <label htmlFor="tegengehouden">Ook tegengehouden mails</label>
      </div>
      <Button type="submit" appearance="secondary-action-button">
        Lijst tonen
      </Button>
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  value: string | undefined
  options: readonly SelectOption[]
}

export function Choice({ name, label, all, value = '', options }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} className="utrecht-select" defaultValue={value}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
