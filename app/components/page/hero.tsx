import type { ReactNode } from 'react'

type HeroProps = {
  title: ReactNode
  lead?: ReactNode
  /** The one thing to do. */
  children?: ReactNode
  /** A picture beside it on a wide screen. Decoration only: a phone leaves it out. */
  picture?: ReactNode
}

/** The opening of a page: one title, one sentence, one thing to do. Pass it to PageLayout as `hero`. */
export function Hero({ title, lead, children, picture }: HeroProps) {
  return (
    <div className="hero">
      <div>
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
        {children}
      </div>
      {picture && <div className="hero-aside">{picture}</div>}
    </div>
  )
}
