import { Checkbox } from '@utrecht/checkbox-react'
import { FormLabel } from '@utrecht/form-label-react'
import { type QueueChoice, queueViews } from '#app/domain/requesting/queue-views.ts'
import { SelectField, type SelectOption } from '../form/select-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { namedField } from './named-field.ts'

type QueueFiltersProps = { filter: QueueChoice; regions: readonly SelectOption[] }

const form = { id: 'filter', allErrors: {} }

/** Which requests are in the list. The choice stands in the address, so that it can be kept and shared. */
export function QueueFilters({ filter, regions }: QueueFiltersProps) {
  return (
    <form method="get" action="/beheer/wachtrij" className="queue-filters">
      <SelectField
        field={namedField(form, 'lijst', filter.view)}
        label="Lijst"
        options={Object.entries(queueViews).map(([value, { text }]) => ({ value, text }))}
      />
      <SelectField
        field={namedField(form, 'regio', filter.regionId ?? '')}
        label="Regio"
        prompt="Alle regio’s"
        options={regions}
      />
      <div>
        <FilterBox name="dos" value="ontbreekt" label="DOS-nummer ontbreekt" isOn={filter.onlyDosMissing} />
        <FilterBox name="van" value="mij" label="Alleen van mij" isOn={filter.onlyMine} />
      </div>
      <SubmitButton kind="secondary">Lijst tonen</SubmitButton>
    </form>
  )
}

function FilterBox({ name, value, label, isOn }: { name: string; value: string; label: string; isOn: boolean }) {
  return (
    <div className="choice">
      <Checkbox appearance="native" id={`filter-${name}`} name={name} value={value} defaultChecked={isOn} />
      <FormLabel type="checkbox" htmlFor={`filter-${name}`}>
        {label}
      </FormLabel>
    </div>
  )
}
