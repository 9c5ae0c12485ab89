import { FormLabel } from '@utrecht/form-label-react'
import { RadioButton } from '@utrecht/radio-button-react'
import { ChoiceFieldset, type ChoiceGroupProps, choiceId } from './choice-fieldset.tsx'
import { FieldHint } from './field-hint.tsx'
import { initialText } from './form-field-metadata.ts'

/** One of a few. */
export function RadioGroup({ choices, framed, ...group }: ChoiceGroupProps) {
  const { field } = group
  const chosen = initialText(field)
  return (
    <ChoiceFieldset {...group} role="radiogroup">
      {choices.map((choice, index) => {
        const id = choiceId(field, index)
        return (
          <div key={choice.value} className={framed ? 'choice choice-card' : 'choice'}>
            <RadioButton
              id={id}
              name={field.name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              aria-describedby={choice.hint ? `${id}-uitleg` : undefined}
            />
            <FormLabel type="radio" htmlFor={id}>
              {choice.text}
            </FormLabel>
            <FieldHint id={`${id}-uitleg`}>{choice.hint}</FieldHint>
          </div>
        )
      })}
    </ChoiceFieldset>
  )
}
