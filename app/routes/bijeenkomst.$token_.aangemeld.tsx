import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Notice } from '#app/components/page/notice.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { EveningFacts } from '#app/components/scheduling/evening-facts.tsx'
import { requireCouncilEvening } from '#app/pages/attending/council-link.server.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Kijk in uw mail: ${data?.session.title ?? 'bijeenkomst'} - Raadsbriefing` },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, linkToken } = await requireCouncilEvening(args)
  return { session, linkToken }
}

/** The same words for everybody, so that nobody learns from this page who was registered already. */
export default function RegisteredPage() {
  const { session, linkToken } = usePageData<typeof loader>()
  return (
    <PageLayout>
      <Notice kind="success" role="status" title="Wij hebben uw aanmelding ontvangen" />
      <h1>Kijk in uw mail</h1>
      <p className="lead">
        Wij sturen u nu een mail over “{session.title}”. Is er plaats? Dan is het een uitnodiging: antwoord met de
        knoppen in de mail of in uw agenda. Is de bijeenkomst vol? Dan leest u op welke plaats van de wachtlijst u
        staat.
      </p>
      <EveningFacts session={session} showsOnlineLink={false} />
      <ul>
        <li>Was u al aangemeld? Dan krijgt u de mail nog een keer. U telt maar één keer mee.</li>
        <li>Geen mail na een kwartier? Kijk bij ongewenste mail, of vraag het uw griffie.</li>
      </ul>
      <p>
        <a href={`/bijeenkomst/${linkToken}`}>Terug naar de bijeenkomst</a>
      </p>
    </PageLayout>
  )
}
