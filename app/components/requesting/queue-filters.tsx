import { type QueueChoice, queueViews } from '#app/domain/requesting/queue-views.ts'
import { FilterBox, FilterChoice, FilterForm } from '../form/filter-form.tsx'
import type { SelectOption } from '../form/select-field.tsx'

type QueueFiltersProps = { filter: QueueChoice; regions: readonly SelectOption[] }

const views = Object.entries(queueViews).map(([value, { text }]) => ({ value, text }))

/** Which requests are in the list. */
export function QueueFilters({ filter, regions }: QueueFiltersProps) {
  return (
    <FilterForm action="/beheer/wachtrij">
      <FilterChoice name="lijst" label="Lijst" value={filter.view} options={views} />
      <FilterChoice name="regio" label="Regio" all="Alle regio’s" value={filter.regionId} options={regions} />
      <div>
        <FilterBox name="dos" value="ontbreekt" label="DOS-nummer ontbreekt" isOn={filter.onlyDosMissing} />
        <FilterBox name="van" value="mij" label="Alleen van mij" isOn={filter.onlyMine} />
      </div>
    </FilterForm>
  )
}
