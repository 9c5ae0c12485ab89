import type { FormErrors } from './error-summary.tsx'

/** Why the whole form was refused, above the form: what is the matter and what to do now. Draws nothing when it was not. */
export function RefusalBanner({ form }: { form: Pick<FormErrors, 'errors'> }) {
  if (!form.errors?.length) return null
  return (
    <section className="summary-box" aria-labelledby="weigering">
      {/* biome-ignore lint/a11y/noAutofocus: a refused form must say so at once, also to who cannot see it */}
      <h2 id="weigering" tabIndex={-1} autoFocus>
        Dit is niet gelukt
      </h2>
      {form.errors.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
