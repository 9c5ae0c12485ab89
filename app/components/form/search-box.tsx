import { Button } from '@utrecht/button-react'
import { FormLabel } from '@utrecht/form-label-react'
import { Textbox } from '@utrecht/textbox-react'
import type { ReactNode } from 'react'

type SearchBoxProps = {
  action: string
  label: string
  button?: string
  name?: string
  value?: string
  hint?: ReactNode
  id?: string
}

/** Looks something up. A GET form: the answer is a page one can keep. */
export function SearchBox({ action, label, button = 'Zoek', name = 'zoek', value, hint, id = 'zoek' }: SearchBoxProps) {
  return (
    <search>
      <form className="search-box" method="get" action={action}>
        <div>
          <FormLabel htmlFor={id}>{label}</FormLabel>
          {hint && (
            <p className="quiet" id={`${id}-uitleg`}>
              {hint}
            </p>
          )}
          <Textbox
            id={id}
            name={name}
            type="search"
            defaultValue={value}
            autoComplete="off"
            aria-describedby={hint ? `${id}-uitleg` : undefined}
          />
        </div>
        <Button type="submit" appearance="primary-action-button">
          {button}
        </Button>
      </form>
    </search>
  )
}
