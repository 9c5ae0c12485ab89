import type { MetaFunction } from '@remix-run/node'
import { PageLayout } from '#app/components/page/page-layout.tsx'

export const meta: MetaFunction = () => [{ title: 'Kijk in uw mailbox - Raadsbriefing' }]

/** The same words for every address: who has an account is nobody's business. */
export default function SignInLinkSentPage() {
  return (
    <PageLayout>
      <h1>Kijk in uw mailbox</h1>
      <p className="lead">
        Kennen wij uw adres, dan krijgt u binnen een paar minuten een mail met een link. De link werkt één keer en een
        kwartier lang, ook op een ander apparaat.
      </p>
      <h2>Geen mail gekregen?</h2>
      <ul>
        <li>Kijk ook bij ongewenste mail.</li>
        <li>Gebruikt uw griffie een gedeelde mailbox? Vraag de link dan aan met dat adres.</li>
        <li>Bent u raadslid? Gebruik dan de link in uw uitnodiging. U hoeft niet in te loggen.</li>
        <li>
          Heeft uw griffie nog geen rol in dit portaal? Vraag dan gewoon een briefing aan bij{' '}
          <a href="/gemeenten">uw gemeente</a>.
        </li>
      </ul>
      <p>
        <a href="/inloggen">Vraag een nieuwe link aan</a>
      </p>
    </PageLayout>
  )
}
