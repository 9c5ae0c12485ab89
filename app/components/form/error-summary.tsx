/** The part of Conform's FormMetadata the summary reads: `form` of `useForm` fits. */
export type FormErrors = { id: string; allErrors: Record<string, string[]>; errors?: string[] | undefined }

/**
 * Every error of a refused form, above the form and outside it, each a link to its field. The heading takes the focus when the page opens,
 * which works without JavaScript. Put it first in <main>, and start the title of the page with "Fout: ". Draws nothing when all is well.
 */
export function ErrorSummary({ form }: { form: FormErrors }) {
  const errors = Object.entries(form.allErrors).flatMap(([name, sentences]) =>
    name === '' ? [] : sentences.map((sentence) => ({ target: `${form.id}-${name}`, sentence })),
  )
  if (errors.length === 0) return null
  return (
    <section className="summary-box" aria-labelledby="fouten">
      {/* biome-ignore lint/a11y/noAutofocus: a refused form must say so at once, also to who cannot see it */}
      <h2 id="fouten" tabIndex={-1} autoFocus>
        {errors.length === 1 ? 'Er is nog iets niet goed' : `Er zijn nog ${errors.length} dingen niet goed`}
      </h2>
      <ul>
        {errors.map(({ target, sentence }) => (
          <li key={`${target} ${sentence}`}>
            <a href={`#${target}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
