import { HiddenEntries } from '../form/hidden-entries.tsx'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { PageLayout } from './page-layout.tsx'

/** What was sent with the form; null when it was no form. */
type Typed = readonly (readonly [name: string, value: string])[] | null

export function databaseAwayTitle(typed: Typed): string {
  return typed ? 'Het portaal kan uw gegevens nu niet bewaren' : 'Het portaal is even niet bereikbaar'
}

/** When nothing can be read or kept: what was typed stays on the page, and one button sends it again. */
export function DatabaseAwayPage({ typed, reference }: { typed: Typed; reference: string }) {
  return (
    <PageLayout>
      <h1>{databaseAwayTitle(typed)}</h1>
      {typed ? (
        <>
          <p>
            Wat u invulde, staat nog in deze pagina. Laat de pagina open, wacht een minuut en kies dan ‘Opnieuw
            proberen’. U hoeft niets opnieuw in te vullen.
          </p>
          <PostForm>
            <HiddenEntries entries={typed} />
            <SubmitButton>Opnieuw proberen</SubmitButton>
          </PostForm>
        </>
      ) : (
        <p>Wij kunnen nu niet bij onze gegevens. Wacht een minuut en ververs dan deze pagina.</p>
      )}
      <p>Blijft het misgaan? Noem dan dit nummer: {reference}.</p>
      <p>
        <a href="/">Naar de beginpagina</a>
      </p>
    </PageLayout>
  )
}
