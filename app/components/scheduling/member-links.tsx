export type MemberLink = { councilId: string; municipalityName: string; url: string }

/** The address with which the members of a council register, written out so that it can be copied. Draws nothing without one. */
export function MemberLinks({ links }: { links: readonly MemberLink[] }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby="aanmeldlink">
      <h2 id="aanmeldlink">Aanmeldlink voor uw raadsleden</h2>
      <p>Zet deze link in uw eigen bericht. De link is alleen voor uw raad.</p>
      <ul className="plain-list">
        {links.map(({ councilId, municipalityName, url }) => (
          <li key={councilId}>
            {links.length > 1 && `${municipalityName}: `}
            <a className="long-address" href={url}>
              {url}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
