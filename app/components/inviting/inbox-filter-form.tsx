import { inboxStateWords } from '#app/domain/inviting/inbox-words.ts'
import type { ReadInboxFilter } from '#app/forms/inviting/inbox-filter.ts'
import { FilterChoice, FilterForm, FilterSearch, wordsAsOptions } from '../form/filter-form.tsx'
import type { SelectOption } from '../form/select-field.tsx'

type InboxFilterFormProps = { filter: ReadInboxFilter; evenings: readonly SelectOption[] }

/** Which incoming mail is in the list. */
export function InboxFilterForm({ filter, evenings }: InboxFilterFormProps) {
  return (
    <FilterForm action="/beheer/post/binnen">
      <FilterChoice
        name="toestand"
        label="Toestand"
        all="Elke toestand"
        value={filter.state && inboxStateWords[filter.state]}
        options={wordsAsOptions(inboxStateWords)}
      />
      <FilterChoice
        name="bijeenkomst"
        label="Bijeenkomst"
        all="Elke bijeenkomst"
        value={filter.briefingSessionId}
        options={evenings}
      />
      <FilterSearch name="zoek" label="Naam of heel mailadres van een bekende" value={filter.sender} />
    </FilterForm>
  )
}
