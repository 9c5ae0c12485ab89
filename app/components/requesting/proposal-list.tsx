export type ShownProposal = {
  id: string
  proposedBy: string
  proposedOn: string
  evenings: readonly { position: number; at: string; when: string; reason: string; isChosen: boolean }[]
  outcome: string
  remark: string
}

/** The evenings the province proposed, the best first, and what the council said to them. Draws nothing when there were none. */
export function ProposalList({ proposals }: { proposals: readonly ShownProposal[] }) {
  if (proposals.length === 0) return null
  return (
    <section aria-labelledby="voorstellen">
      <h2 id="voorstellen">Voorgestelde avonden</h2>
      {proposals.map(({ id, proposedBy, proposedOn, evenings, outcome, remark }) => (
        <div key={id} className="stack clarification">
          <p>
            <strong>Voorstel van {proposedBy}</strong> <span className="quiet">({proposedOn})</span>
          </p>
          <ProposedEvenings evenings={evenings} />
          <p>
            <strong>{outcome}</strong>
          </p>
          {remark && <p className="kept-lines">{remark}</p>}
        </div>
      ))}
    </section>
  )
}

/** Evenings in order of preference, each with its reason. */
export function ProposedEvenings({ evenings }: Pick<ShownProposal, 'evenings'>) {
  return (
    <ol className="stack">
      {evenings.map(({ position, at, when, reason, isChosen }) => (
        <li key={position}>
          <time dateTime={at}>{when}</time>
          {isChosen && <strong> (gekozen)</strong>}
          <br />
          <span className="quiet">{reason}</span>
        </li>
      ))}
    </ol>
  )
}
