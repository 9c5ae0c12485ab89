import type { DraftConflict } from '#app/forms/requesting/request-form-view.ts'

type DraftConflictSummaryProps = { conflict: DraftConflict; formId: string }

/** Somebody else saved the draft first: what was typed is still there, and where it differs from the other's answers. */
export function DraftConflictSummary({ conflict: { savedBy, differences }, formId }: DraftConflictSummaryProps) {
  return (
    <section className="summary-box" aria-labelledby="weigering">
      {/* biome-ignore lint/a11y/noAutofocus: a refused form must say so at once, also to who cannot see it */}
      <h2 id="weigering" tabIndex={-1} autoFocus>
        Dit concept is intussen veranderd
      </h2>
      <p>
        {savedBy
          ? `${savedBy} heeft dit concept bewaard terwijl u eraan werkte.`
          : 'Iemand heeft dit concept bewaard terwijl u eraan werkte. Misschien was u dat zelf, in een ander venster.'}{' '}
        Wat u hebt ingevuld, staat er nog. Het is nog niet bewaard.
      </p>
      {differences.length > 0 ? (
        <>
          <p>Bij deze antwoorden ziet u ook wat er nu bewaard is:</p>
          <ul>
            {differences.map(({ name, label }) => (
              <li key={name}>
                <a href={`#${formId}-${name}`}>{label}</a>
              </li>
            ))}
          </ul>
          <p>Neem over wat u wilt houden en kies dan weer onder aan het formulier. Dan geldt wat er bij u staat.</p>
        </>
      ) : (
        <p>Uw antwoorden zijn gelijk. U kunt verdergaan.</p>
      )}
    </section>
  )
}
