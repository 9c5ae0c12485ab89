import { Checkbox } from '@utrecht/checkbox-react'
import { FormLabel } from '@utrecht/form-label-react'
import { ChoiceFieldset, type ChoiceGroupProps, choiceId } from './choice-fieldset.tsx'
import { FieldHint } from './field-hint.tsx'
import { initialChoices } from './form-field-metadata.ts'

/** Any number out of a few. Every box has the name of the field: the schema reads a list. */
export function CheckboxGroup({ choices, framed, ...group }: ChoiceGroupProps) {
  const { field } = group
  const chosen = initialChoices(field)
  return (
    <ChoiceFieldset {...group}>
      {choices.map((choice, index) => {
        const id = choiceId(field, index)
        return (
          <div key={choice.value} className={framed ? 'choice choice-card' : 'choice'}>
            <Checkbox
              appearance="native"
              id={id}
              name={field.name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              invalid={Boolean(field.errors?.length)}
              aria-describedby={choice.hint ? `${id}-uitleg` : undefined}
            />
            <FormLabel type="checkbox" htmlFor={id}>
              {choice.text}
            </FormLabel>
            <FieldHint id={`${id}-uitleg`}>{choice.hint}</FieldHint>
          </div>
        )
      })}
    </ChoiceFieldset>
  )
}
