import { Button } from '@utrecht/button-react'
import { inboxStateWords } from '#app/domain/inviting/inbox-words.ts'
import type { ReadInboxFilter } from '#app/forms/inviting/inbox-filter.ts'
import type { SelectOption } from '../form/select-field.tsx'
import { Choice } from './outbox-filter-form.tsx'

type InboxFilterFormProps = { filter: ReadInboxFilter; evenings: readonly SelectOption[] }

/** Which incoming mail is in the list; the choice stands in the address. */
export function InboxFilterForm({ filter, evenings }: InboxFilterFormProps) {
  return (
    <form method="get" action="/beheer/post/binnen" className="filters">
      <Choice
        name="toestand"
        label="Toestand"
        all="Elke toestand"
        value={filter.state && inboxStateWords[filter.state]}
        options={Object.values(inboxStateWords).map((text) => ({ value: text, text }))}
      />
      <Choice
        name="bijeenkomst"
        label="Bijeenkomst"
        all="Elke bijeenkomst"
        value={filter.briefingSessionId}
        options={evenings}
      />
      <div>
        <label htmlFor="zoek">Naam of heel mailadres van een bekende</label>
        <input id="zoek" name="zoek" type="search" className="utrecht-textbox" defaultValue={filter.sender} />
      </div>
      <Button type="submit" appearance="secondary-action-button">
        Lijst tonen
      </Button>
    </form>
  )
}
