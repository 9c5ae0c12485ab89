import { Button } from '@utrecht/button-react'
import { FormLabel } from '@utrecht/form-label-react'
import { Textbox } from '@utrecht/textbox-react'
import type { ReactNode } from 'react'

type SearchBoxProps = {
  action: string
  label: string
  value?: string
  hint?: ReactNode
}

/** Looks something up. A GET form: the answer is a page one can keep. */
export function SearchBox({ action, label, value, hint }: SearchBoxProps) {
  return (
    <search>
      <form className="search-box" method="get" action={action}>
        <div>
          <FormLabel htmlFor="zoek">{label}</FormLabel>
          {hint && (
            <p className="quiet" id="zoek-uitleg">
              {hint}
            </p>
          )}
          <Textbox
            id="zoek"
            name="zoek"
            type="search"
            defaultValue={value}
            autoComplete="off"
            aria-describedby={hint ? 'zoek-uitleg' : undefined}
          />
        </div>
        <Button type="submit" appearance="primary-action-button">
          Zoek
        </Button>
      </form>
    </search>
  )
}
