import type { ReactNode } from 'react'

export type CouncilTakingPart = {
  councilId: string
  municipalityName: string
  words: string
  /** What its clerk wrote beside the answer; empty for readers whom it is not meant for. */
  remark: string
  answeredOn: string | undefined
}

type TakingPartProps = {
  councils: readonly CouncilTakingPart[]
  /** Said below the list. */
  children?: ReactNode
}

/** Which councils the request names, and what each of them said. Draws nothing for a request of one council. */
export function TakingPart({ councils, children }: TakingPartProps) {
  if (councils.length < 2) return null
  return (
    <section aria-labelledby="raden">
      <h2 id="raden">Raden in deze aanvraag</h2>
      <ul className="stack">
        {councils.map(({ councilId, municipalityName, words, remark, answeredOn }) => (
          <li key={councilId}>
            <strong>{municipalityName}</strong>: {words}
            {answeredOn && <span className="quiet"> ({answeredOn})</span>}
            {remark && <blockquote className="kept-lines">{remark}</blockquote>}
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
