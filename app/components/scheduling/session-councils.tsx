import { joinNames } from '#app/domain/catalogue/join-names.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'

/** The councils of an evening, each with its own registration link, and the requests it answers. */
export function SessionCouncils({ session }: { session: BriefingSession }) {
  return (
    <section aria-labelledby="raden">
      <h2 id="raden">Raden</h2>
      <ul>
        {session.councils.map((council) => (
          <li key={council.councilId}>
            {council.municipalityName}: <a href={`/bijeenkomst/${council.linkToken}`}>aanmeldpagina van deze raad</a>
          </li>
        ))}
      </ul>
      {session.requests.length > 0 && (
        <p>
          {session.requests.length === 1 ? 'Aanvraag: ' : 'Aanvragen: '}
          {session.requests.map(({ reference }, index) => (
            <span key={reference}>
              {index > 0 && ', '}
              <a className="one-line" href={`/beheer/aanvraag/${reference}`}>
                {reference}
              </a>
            </span>
          ))}
        </p>
      )}
      {session.councils.length > 1 && (
        <p className="quiet">
          {joinNames(session.councils.map(({ municipalityName }) => municipalityName))} zien elkaars aanmeldingen niet.
        </p>
      )}
    </section>
  )
}
