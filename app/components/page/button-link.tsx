import type { ReactNode } from 'react'

type ButtonLinkProps = { href: string; children: ReactNode; kind?: 'primary' | 'secondary' | 'subtle' }

const appearances = { primary: 'primary-action', secondary: 'secondary-action', subtle: 'subtle' } as const

/** A link that is the next step of a page. It goes somewhere; whatever changes something is a SubmitButton in a form. */
export function ButtonLink({ href, children, kind = 'primary' }: ButtonLinkProps) {
  return (
    <a className={`utrecht-button utrecht-button--${appearances[kind]}`} href={href}>
      {children}
    </a>
  )
}
