import type { ReactNode } from 'react'

type WhoseTurnProps = {
  /** "U", "De provincie", "Griffie Oegstgeest". */
  who: string
  /** True when the reader has to act: the box then stands out. */
  isReader?: boolean
  /** What they have to do, in one sentence. */
  children: ReactNode
  /** By when, already in words. */
  deadline?: ReactNode
  /** The button or link that does it. */
  action?: ReactNode
}

/** "Wie is aan zet": the one thing everybody wants to know of a dossier. */
export function WhoseTurn({ who, isReader, children, deadline, action }: WhoseTurnProps) {
  return (
    <section className={isReader ? 'turn turn-reader' : 'turn'} aria-labelledby="wie-is-aan-zet">
      <h2 id="wie-is-aan-zet" className="turn-label">
        Wie is aan zet?
      </h2>
      <p className="turn-who">{who}</p>
      <p>{children}</p>
      {deadline && <p className="quiet">{deadline}</p>}
      {action && <div className="actions">{action}</div>}
    </section>
  )
}
