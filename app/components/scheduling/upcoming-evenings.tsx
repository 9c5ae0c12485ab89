type Evening = {
  id: string
  title: string
  /** "dinsdag 12 januari 2027, 19.30 tot 21.00 uur" */
  time: string
  /** ISO 8601 with offset. */
  start: string
  place: string
  /** "de raden van Leiden en Oegstgeest" */
  councils: string
}

/** The public evenings in the region of a municipality, or the honest word that there are none yet. */
export function UpcomingEvenings({ evenings }: { evenings: readonly Evening[] }) {
  return (
    <section aria-labelledby="bijeenkomsten">
      <h2 id="bijeenkomsten">Openbare bijeenkomsten in uw regio</h2>
      {evenings.length === 0 ? (
        <p>Er staat nog geen openbare bijeenkomst gepland. Zodra er een vaststaat, ziet u die hier.</p>
      ) : (
        <ul className="plain-list">
          {evenings.map((each) => (
            <li key={each.id}>
              <h3>{each.title}</h3>
              <p>
                <time dateTime={each.start}>{each.time}</time>
                {each.place !== '' && `, ${each.place}`}. Voor {each.councils}.
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>Raadsleden melden zich aan met de link die zij van hun griffie krijgen.</p>
    </section>
  )
}
