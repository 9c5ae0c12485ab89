import type { CouncilState, RequestingCouncil } from '#app/domain/requesting/briefing-request.ts'

const stateWords: Record<CouncilState, string> = {
  invited: 'nog niet gevraagd of zij meedoet',
  joined: 'doet mee',
  declined: 'doet niet mee',
}

/** Which councils the request names, and which of them said yes. Draws nothing for a request of one council. */
export function TakingPart({ councils }: { councils: readonly RequestingCouncil[] }) {
  if (councils.length < 2) return null
  return (
    <section aria-labelledby="raden">
      <h2 id="raden">Raden in deze aanvraag</h2>
      <ul>
        {councils.map(({ councilId, municipalityName, isLead, state }) => (
          <li key={councilId}>
            {municipalityName}: {isLead ? 'vraagt aan' : stateWords[state]}
          </li>
        ))}
      </ul>
      <p className="quiet">Bij het plannen kiest u welke raden bij de avond horen.</p>
    </section>
  )
}
