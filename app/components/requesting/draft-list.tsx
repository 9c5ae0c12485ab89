type ShownDraft = { id: string; municipalityName: string; updatedAt: string; updatedBy: string }

/** Requests that were begun and not sent, for whoever of the office goes on with them or throws them away. */
export function DraftList({ drafts }: { drafts: readonly ShownDraft[] }) {
  return (
    <section aria-labelledby="concepten">
      <h2 id="concepten">Concepten</h2>
      <ul>
        {drafts.map(({ id, municipalityName, updatedAt, updatedBy }) => (
          <li key={id}>
            <a href={`/aanvragen/${id}`}>Concept voor {municipalityName}</a>, bewaard op {updatedAt}
            {updatedBy && ` door ${updatedBy}`} (
            <a href={`/griffie/concepten/${id}/verwijderen`}>
              verwijderen<span className="visually-hidden"> van het concept van {updatedAt}</span>
            </a>
            )
          </li>
        ))}
      </ul>
    </section>
  )
}
