import { Checkbox } from '@utrecht/checkbox-react'
import { FormLabel } from '@utrecht/form-label-react'
import { Textbox } from '@utrecht/textbox-react'
import type { ReactNode } from 'react'
import type { SelectOption } from './select-field.tsx'
import { SubmitButton } from './submit-button.tsx'

type FilterFormProps = {
  /** The address of the list. */
  action: string
  children: ReactNode
}

/** Which rows are in the list below it. The choice stands in the address, so that it can be kept and shared. */
export function FilterForm({ action, children }: FilterFormProps) {
  return (
    <form method="get" action={action} className="filters">
      {children}
      <SubmitButton kind="secondary">Lijst tonen</SubmitButton>
    </form>
  )
}

type FilterChoiceProps = {
  name: string
  label: string
  /** The choice that leaves nothing out; without it one of the others is always chosen. */
  all?: string
  value: string | undefined
  options: readonly SelectOption[]
}

export function FilterChoice({ name, label, all, value = '', options }: FilterChoiceProps) {
  return (
    <div>
      <FormLabel htmlFor={idOf(name)}>{label}</FormLabel>
      <select id={idOf(name)} name={name} className="utrecht-select" defaultValue={value}>
        {all && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What is looked for, in words. */
export function FilterSearch({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <div>
      <FormLabel htmlFor={idOf(name)}>{label}</FormLabel>
      <Textbox id={idOf(name)} name={name} type="search" defaultValue={value} />
    </div>
  )
}

type FilterBoxProps = { name: string; value: string; label: string; isOn: boolean }

export function FilterBox({ name, value, label, isOn }: FilterBoxProps) {
  return (
    <div className="choice">
      <Checkbox appearance="native" id={idOf(name)} name={name} value={value} defaultChecked={isOn} />
      <FormLabel type="checkbox" htmlFor={idOf(name)}>
        {label}
      </FormLabel>
    </div>
  )
}

/** Choices whose words stand in the address too. */
export function wordsAsOptions(words: Record<string, string>): SelectOption[] {
  return Object.values(words).map((text) => ({ value: text, text }))
}

const idOf = (name: string) => `filter-${name}`
