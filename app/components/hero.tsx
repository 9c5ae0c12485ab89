import type { ReactNode } from 'react'

/** The opening of a page: one title, one sentence, one thing to do. Pass it to PageLayout as `hero`. */
export function Hero({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="hero">
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}
