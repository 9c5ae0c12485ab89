import type { MetaFunction } from '@remix-run/node'
import { Notice } from '#app/components/page/notice.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'

export const meta: MetaFunction = () => [{ title: 'Uw gegevens zijn gewist - Raadsbriefing' }]

export default function ErasedPage() {
  return (
    <PageLayout>
      <Notice kind="success" role="status" title="Het wissen is gelukt" />
      <h1>Uw gegevens zijn gewist</h1>
      <p className="lead">Wij bewaren niets meer over u. De links in onze mails werken niet meer.</p>
      <p>Wilt u later toch naar een bijeenkomst? Meld u dan aan met de link van uw griffie.</p>
    </PageLayout>
  )
}
