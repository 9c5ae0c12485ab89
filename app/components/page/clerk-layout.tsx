import type { ReactNode } from 'react'
import { PageLayout } from './page-layout.tsx'

type ClerkLayoutProps = {
  /** The clerk, and the council she works for: `{ name: 'Anna Voorbeeld', office: 'gemeenteraad van Leiderdorp' }`. */
  signedIn: { name: string; office: string }
  current?: 'griffie' | 'aanvragen'
  children: ReactNode
}

/** The page around the work of a clerk's office. */
export function ClerkLayout({ signedIn, current, children }: ClerkLayoutProps) {
  return (
    <PageLayout
      signedIn={signedIn}
      home="/griffie"
      links={[
        { href: '/griffie', text: 'Mijn raad', current: current === 'griffie' },
        { href: '/aanvragen', text: 'Aanvragen', current: current === 'aanvragen' },
        { href: '/onderwerpen', text: 'Onderwerpen' },
      ]}
    >
      {children}
    </PageLayout>
  )
}
