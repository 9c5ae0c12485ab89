import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DataTable } from '#app/components/page/data-table.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { publicPageHeaders } from '#app/web/public-page.ts'

export const headers = publicPageHeaders

export const meta: MetaFunction = () => [{ title: 'Privacy - Raadsbriefing' }]

/** The periods come from the configuration that also decides when data go, so the page cannot promise something else. */
export function loader({ context: { env } }: LoaderFunctionArgs) {
  return {
    periods: [
      {
        what: 'Een aanvraag die u niet hebt bevestigd, en een concept',
        days: env.RETENTION_UNCONFIRMED_DAYS,
        from: 'nadat u er het laatst aan werkte',
      },
      {
        what: 'Naam en adres van raadsleden, en alles wat daarbij hoort: tweede adressen, de keuze over herinneringen, het adres van uw agenda',
        days: env.RETENTION_REGISTRATION_DAYS,
        from: 'na uw laatste bijeenkomst',
      },
      {
        what: 'Wat u nodig hebt, uw vraag vooraf en uw opmerking bij een antwoord',
        days: env.RETENTION_REGISTRATION_DAYS,
        from: 'na de bijeenkomst',
      },
      {
        what: 'Adres van sprekers en beheerders van zalen die wij niet meer vragen',
        days: env.RETENTION_REGISTRATION_DAYS,
        from: 'na hun laatste bijeenkomst',
      },
      {
        what: 'Contactgegevens van de griffie bij een aanvraag',
        days: env.RETENTION_CONTACT_DAYS,
        from: 'nadat de aanvraag klaar is',
      },
      {
        what: 'Naam en adres van wie voor een raad of de provincie werkte',
        days: env.RETENTION_CONTACT_DAYS,
        from: 'na de laatste dag van die rol',
      },
      {
        what: 'Van welk adres een antwoord kwam dat wij met de hand koppelden',
        days: env.RETENTION_CONTACT_DAYS,
        from: 'na het koppelen',
      },
      { what: 'Wie wat wanneer deed in het portaal', days: env.RETENTION_AUDIT_DAYS, from: 'na de handeling' },
      {
        what: 'Mail die wij verstuurden, met adres en tekst',
        days: env.RETENTION_MAIL_DAYS,
        from: 'na het maken',
      },
      {
        what: 'Mail die wij kregen, zoals die binnenkwam, en mail die wij tegenhouden',
        days: env.RETENTION_MAIL_DAYS,
        from: 'na ontvangst of tegenhouden',
      },
    ],
  }
}

export default function Privacy() {
  const { periods } = useLoaderData<typeof loader>()
  return (
    <PageLayout>
      <h1>Privacy</h1>
      <p className="lead">
        Wij vragen alleen wat nodig is om de briefing te regelen. Hier leest u wat wij bewaren, waarom en hoe lang.
      </p>
      <h2>Wie is verantwoordelijk?</h2>
      <p>Gedeputeerde Staten van Zuid-Holland, Postbus 90602, 2509 LP Den Haag.</p>
      <h2>Waarom gebruiken wij uw gegevens?</h2>
      <p>
        Om aanvragen van gemeenteraden te behandelen, bijeenkomsten te plannen en u uit te nodigen. Nergens anders voor.
      </p>
      <h2>Op welke grond?</h2>
      <p>
        Het uitleggen van het werk van de provincie aan gemeenteraden is een taak van algemeen belang (artikel 6, eerste
        lid, onder e, van de AVG). Daarom vragen wij geen toestemming.
      </p>
      <h2>Welke gegevens zijn het?</h2>
      <p>
        Van griffies: naam, functie, e-mailadres en, als u dat wilt, een telefoonnummer. Van raadsleden: naam,
        e-mailadres, rol en gemeente. U kunt een voorziening kiezen, zoals een rolstoelplaats. Wij vragen nooit naar uw
        partij of fractie.
      </p>
      <p>
        Van sprekers: naam, organisatie, e-mailadres en de onderwerpen waarover zij kunnen vertellen. Van een zaal:
        naam, adres en het e-mailadres van wie de zaal beheert. Van iedereen die wij vragen: het antwoord, wanneer het
        kwam en hoe. Dat kan met de link, uit de agenda, via de griffie of aan de telefoon.
      </p>
      <p>
        Antwoordt u per mail? Dan bewaren wij die mail zoals die binnenkomt. Zo kunnen wij nakijken wat u bedoelde. Zet
        u herinneringen uit? Dan bewaren wij sinds wanneer. Neemt u onze bijeenkomsten over in uw eigen agenda? Dan
        bewaren wij dat er een adres voor is. Wij bewaren niet wanneer uw agenda kijkt.
      </p>
      <p>
        Wat de mailserver zegt als die een mail aanneemt, staat heel even in een bestand op onze server. Dat is een
        nummer en een kort antwoord. Het gaat weg zodra het in het portaal staat.
      </p>
      <p>
        Om misbruik te stoppen tellen wij hoe vaak iemand iets probeert. Wij bewaren daarvoor geen adres, maar een code.
        Die code gaat binnen twee dagen weg.
      </p>
      <h2>Wie ziet uw gegevens?</h2>
      <p>
        Uw eigen griffie ziet wie uit uw raad komt. Medewerkers van de provincie zien alle aanmeldingen van een
        bijeenkomst. Andere deelnemers zien uw naam en e-mailadres niet: iedereen krijgt een eigen uitnodiging.
      </p>
      <h2>Hoe lang bewaren wij ze?</h2>
      <DataTable
        caption="Bewaartermijnen"
        columns={[
          { key: 'what', header: 'Wat', cell: ({ what }) => what },
          { key: 'howLong', header: 'Hoe lang', cell: ({ days, from }) => `${days} dagen ${from}` },
        ]}
        rows={periods}
        rowKey={({ what }) => what}
      />
      <p>
        Tellingen, zoals hoeveel mensen er kwamen, houden wij. Daar staan geen namen bij. Links om in te loggen en
        apparaten die waren ingelogd, gaan weg een dag nadat zij niet meer werken. Voor de aanvraag zelf geldt de
        Archiefwet. Daarin staat ook wie er sprak, met naam en organisatie.
      </p>
      <h2>Wat zijn uw rechten?</h2>
      <p>
        Met de persoonlijke link in uw mail ziet u uw gegevens. U kunt ze daar ook wijzigen, downloaden en wissen. U
        kunt daar ook herinneringen uitzetten. U kunt bezwaar maken bij de functionaris gegevensbescherming van de
        provincie, via <a href="https://www.zuid-holland.nl/contact">www.zuid-holland.nl/contact</a>.
      </p>
      <h2>Een klacht?</h2>
      <p>
        Komt u er met ons niet uit? Dan kunt u een klacht indienen bij de{' '}
        <a href="https://www.autoriteitpersoonsgegevens.nl">Autoriteit Persoonsgegevens</a>.
      </p>
    </PageLayout>
  )
}
