import { sessionStatusTexts } from '#app/domain/scheduling/briefing-session.ts'
import { periodWordOf, type ReadSessionFilter, sessionPeriodWords } from '#app/forms/scheduling/session-filter.ts'
import { FilterChoice, FilterForm, FilterSearch, wordsAsOptions } from '../form/filter-form.tsx'

const periods = Object.entries(sessionPeriodWords).map(([value, text]) => ({ value, text }))

/** Which bijeenkomsten are in the list. */
export function SessionFilterForm({ filter }: { filter: ReadSessionFilter }) {
  return (
    <FilterForm action="/beheer/sessies">
      <FilterChoice name="periode" label="Periode" value={periodWordOf(filter.period)} options={periods} />
      <FilterChoice
        name="status"
        label="Status"
        all="Elke status"
        value={filter.status && sessionStatusTexts[filter.status]}
        options={wordsAsOptions(sessionStatusTexts)}
      />
      <FilterSearch name="zoek" label="Titel of gemeente" value={filter.text} />
    </FilterForm>
  )
}
