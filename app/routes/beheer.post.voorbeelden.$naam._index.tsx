import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { MailView } from '#app/components/inviting/mail-view.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { openSampleMail } from '#app/use-cases/inviting/open-sample-mail.ts'
import { usePageData } from '#app/web/page-data.ts'

export const handle = { frames: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.sample.subject ?? 'Mail'} - Voorbeelden van mails - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const opened = await openSampleMail(args.params.naam ?? '')
  if (!opened) throw new Response(null, { status: 404 })
  return { viewer, ...opened }
}

export default function SampleMailPage() {
  const { viewer, sample, shown } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <Breadcrumbs crumbs={[{ href: '/beheer/post/voorbeelden', text: 'Voorbeelden van mails' }]} />
      <h1>{sample.subject}</h1>
      <p className="lead">{sample.kindText}. Dit is een voorbeeld: de mensen en de gegevens zijn verzonnen.</p>
      <MailView shown={shown} frameSrc={`/beheer/post/voorbeelden/${sample.slug}/html`} />
    </StaffLayout>
  )
}
