import { Button } from '@utrecht/button-react'
import type { ReactNode } from 'react'

type SubmitButtonProps = {
  /** What happens: "Aanvraag versturen", never "OK". */
  children: ReactNode
  kind?: 'primary' | 'secondary' | 'subtle'
  /** For what cannot be taken back. */
  danger?: boolean
  /** With several buttons in one form: which one was pressed. */
  name?: string
  value?: string
  formAction?: string
}

const appearances = {
  primary: 'primary-action-button',
  secondary: 'secondary-action-button',
  subtle: 'subtle-button',
} as const

/** Sends a form. Never disabled: a form that cannot be sent says why. */
export function SubmitButton({ children, kind = 'primary', danger, ...rest }: SubmitButtonProps) {
  return (
    <Button type="submit" appearance={appearances[kind]} hint={danger ? 'danger' : undefined} {...rest}>
      {children}
    </Button>
  )
}
