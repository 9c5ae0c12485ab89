import type { ReactNode } from 'react'
import { ClerkLayout } from '../page/clerk-layout.tsx'
import { PageLayout } from '../page/page-layout.tsx'

export type SignedInRequester = {
  name: string
  /** "gemeenteraad van Leiderdorp"; absent for somebody without a role in a council. */
  office?: string
}

type RequesterLayoutProps = {
  signedIn: SignedInRequester | undefined
  current?: 'griffie' | 'aanvragen'
  children: ReactNode
}

/** The page around a request for whoever makes it: a clerk, somebody who proved a mailbox, or a visitor. */
export function RequesterLayout({ signedIn, current, children }: RequesterLayoutProps) {
  if (signedIn?.office)
    return (
      <ClerkLayout signedIn={{ name: signedIn.name, office: signedIn.office }} current={current}>
        {children}
      </ClerkLayout>
    )
  return <PageLayout signedIn={signedIn}>{children}</PageLayout>
}
