import { mailKindInWords, mailKindWords, outboxStateWords } from '#app/domain/inviting/outbox-words.ts'
import type { ReadOutboxFilter } from '#app/forms/inviting/outbox-filter.ts'
import { FilterBox, FilterChoice, FilterForm, FilterSearch, wordsAsOptions } from '../form/filter-form.tsx'
import type { SelectOption } from '../form/select-field.tsx'

type OutboxFilterFormProps = { filter: ReadOutboxFilter; evenings: readonly SelectOption[] }

/** Which mail is in the list. */
export function OutboxFilterForm({ filter, evenings }: OutboxFilterFormProps) {
  return (
    <FilterForm action="/beheer/post">
      <FilterChoice
        name="toestand"
        label="Toestand"
        all="Elke toestand"
        value={filter.state && outboxStateWords[filter.state]}
        options={wordsAsOptions(outboxStateWords)}
      />
      <FilterChoice
        name="soort"
        label="Soort mail"
        all="Elke soort"
        value={filter.kind && mailKindInWords(filter.kind)}
        options={wordsAsOptions(mailKindWords)}
      />
      <FilterChoice
        name="bijeenkomst"
        label="Bijeenkomst"
        all="Elke bijeenkomst"
        value={filter.briefingSessionId}
        options={evenings}
      />
      <FilterSearch name="zoek" label="Naam of heel mailadres" value={filter.recipient} />
      <FilterBox name="tegengehouden" value="ja" label="Ook tegengehouden mails" isOn={filter.withWithheld} />
    </FilterForm>
  )
}
