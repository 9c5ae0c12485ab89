import { Checkbox } from '@utrecht/checkbox-react'
import { FormLabel } from '@utrecht/form-label-react'
import type { RequestFormView } from '#app/forms/requesting/request-form-view.ts'

type CouncilChoicesProps = { group: RequestFormView['otherCouncils'][number]; chosen: readonly string[] }

/** The councils of one region to ask along. */
export function CouncilChoices({ group, chosen }: CouncilChoicesProps) {
  return (
    <fieldset className="plain-fieldset">
      <legend>{group.name}</legend>
      <div className="choices inline">
        {group.councils.map(({ value, text }) => (
          <div key={value} className="choice">
            <Checkbox
              appearance="native"
              id={`raad-${value}`}
              name="coCouncilIds"
              value={value}
              defaultChecked={chosen.includes(value)}
            />
            <FormLabel type="checkbox" htmlFor={`raad-${value}`}>
              {text}
            </FormLabel>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
