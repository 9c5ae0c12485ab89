import type { ReactNode } from 'react'

type DossierLayoutProps = {
  /** Whose turn it is, what to do, what happened. */
  side: ReactNode
  /** What it is. */
  children: ReactNode
}

/** The body of a request or a session: what it is on the left, whose turn and what happened on the right; on a phone the turn comes first. */
export function DossierLayout({ side, children }: DossierLayoutProps) {
  return (
    <div className="dossier">
      <div className="dossier-side">{side}</div>
      <div className="dossier-main">{children}</div>
    </div>
  )
}
