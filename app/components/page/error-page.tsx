import { PageLayout } from './page-layout.tsx'

const sentences: Record<number, { title: string; sentence: string }> = {
  400: {
    title: 'Dit formulier kwam niet goed over',
    sentence: 'Er is niets opgeslagen. Ga terug, open de pagina opnieuw en probeer het nog eens.',
  },
  403: {
    title: 'U mag deze pagina niet bekijken',
    sentence: 'Uw rol geeft geen toegang tot deze pagina. Klopt dat niet? Vraag het de beheerder van het portaal.',
  },
  404: {
    title: 'Deze pagina is er niet',
    sentence: 'Misschien is de link oud of is er een letter weggevallen. Zoek uw gemeente op de beginpagina.',
  },
  405: {
    title: 'Hier is geen formulier',
    sentence: 'Er is niets opgeslagen. Ga naar de beginpagina en zoek daar wat u wilt doen.',
  },
  409: {
    title: 'Iemand anders was u voor',
    sentence: 'Dit is intussen gewijzigd. Ga terug, ververs de pagina en probeer het opnieuw.',
  },
  411: {
    title: 'Dit formulier kwam niet goed over',
    sentence: 'Er is niets opgeslagen. Ga terug, open de pagina opnieuw en probeer het nog eens.',
  },
  413: {
    title: 'Dit formulier is te groot',
    sentence: 'Er is niets opgeslagen. Ga terug, kort uw tekst in en probeer het opnieuw.',
  },
  415: {
    title: 'Dit formulier kunnen wij niet lezen',
    sentence: 'Er is niets opgeslagen. Ga terug, open de pagina opnieuw en probeer het nog eens.',
  },
  500: {
    title: 'Er ging iets mis bij ons',
    sentence: 'Uw gegevens zijn niet half verwerkt. Probeer het straks opnieuw.',
  },
}

const brokenLink = {
  title: 'Deze pagina is er niet',
  sentence:
    'Misschien is de link oud of is er een letter weggevallen. Vraag uw griffie om de aanmeldlink van de bijeenkomst. Was u al aangemeld? Meld u dan opnieuw aan met hetzelfde e-mailadres: u krijgt de uitnodiging nog een keer en houdt één plaats.',
}

export function errorTitle(status: number): string {
  return wordsFor(status).title
}

function wordsFor(status: number) {
  return sentences[status] ?? sentences[status >= 500 ? 500 : 404] ?? { title: 'Dit kan niet', sentence: '' }
}

/** Links that councillors get: whoever comes here with a broken one seeks an evening, not a municipality. */
const councillorPaths = /^\/(bijeenkomst|mijn|antwoord|afmelden)\//

type ErrorPageProps = { status: number; reference: string; path: string }

/** Every refusal of a whole page, in the house style: what is the matter and what to do now. */
export function ErrorPage({ status, reference, path }: ErrorPageProps) {
  const { title, sentence } = status === 404 && councillorPaths.test(path) ? brokenLink : wordsFor(status)
  return (
    <PageLayout>
      <h1>{title}</h1>
      <p>{sentence}</p>
      {status >= 500 && reference !== '' && <p>Blijft het misgaan? Noem dan dit nummer: {reference}.</p>}
      <p>
        <a href="/">Naar de beginpagina</a>
      </p>
    </PageLayout>
  )
}
