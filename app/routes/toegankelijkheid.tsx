import type { MetaFunction } from '@remix-run/node'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { formatDate } from '#app/domain/calendar-text.ts'
import { accessibilityStatement } from '#app/domain/overseeing/accessibility-statement.ts'
import { publicPageHeaders } from '#app/web/public-page.ts'

export const headers = publicPageHeaders

export const meta: MetaFunction = () => [{ title: 'Toegankelijkheid - Raadsbriefing' }]

export default function Accessibility() {
  return (
    <PageLayout>
      <h1>Toegankelijkheid</h1>
      <p className="lead">
        Iedereen moet dit portaal kunnen gebruiken. Dit is een concept van de toegankelijkheidsverklaring.
      </p>
      <h2>Waar wij staan</h2>
      <p>
        Dit portaal is nog niet onderzocht door een onafhankelijke partij. Daarom noemen wij nog geen status. De
        provincie stelt de officiële verklaring op en zet die in het register voordat het portaal in gebruik gaat.
      </p>
      <h2>Wat wij zelf hebben getest</h2>
      <ul>
        <li>Alle pagina’s met axe, op de regels van WCAG 2.2 niveau A en AA.</li>
        <li>Aanvragen en aanmelden met alleen het toetsenbord.</li>
        <li>Een scherm van 320 beeldpunten breed en tekst op 200 procent.</li>
        <li>Alle formulieren zonder JavaScript.</li>
      </ul>
      <h2>Wat wij nog niet hebben getest</h2>
      <ul>
        <li>Een hele aanvraag met een schermlezer, door iemand die er elke dag een gebruikt.</li>
        <li>De uitnodigingen in alle agendaprogramma’s.</li>
      </ul>
      <h2>Loopt u ergens tegenaan?</h2>
      <p>
        Laat het de provincie weten via <a href="https://www.zuid-holland.nl/contact">www.zuid-holland.nl/contact</a>.
        Zegt u erbij op welke pagina het was en wat er misging? Bent u niet tevreden met het antwoord, dan kunt u
        terecht bij de <a href="https://www.nationaleombudsman.nl">Nationale ombudsman</a>.
      </p>
      <p className="meta">Bijgewerkt op {formatDate(accessibilityStatement.updatedOn)}.</p>
    </PageLayout>
  )
}
