import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { PostTabs } from '#app/components/inviting/post-tabs.tsx'
import { DataTable } from '#app/components/page/data-table.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { WholeNumbers } from '#app/components/page/whole-numbers.tsx'
import { listSampleMails, type SampleMail } from '#app/use-cases/inviting/open-sample-mail.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction = () => [{ title: 'Voorbeelden van mails - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  return { viewer, samples: listSampleMails() }
}

const columns = [
  {
    key: 'subject',
    header: 'Mail',
    cell: ({ slug, subject }: SampleMail) => (
      <a href={`/beheer/post/voorbeelden/${slug}`}>
        <WholeNumbers>{subject}</WholeNumbers>
      </a>
    ),
  },
  { key: 'kind', header: 'Soort', cell: ({ kindText }: SampleMail) => kindText },
  {
    key: 'calendar',
    header: 'Afspraak voor de agenda',
    cell: ({ hasCalendar }: SampleMail) => (hasCalendar ? 'ja' : 'nee'),
  },
]

export default function SampleMailsPage() {
  const { viewer, samples } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <h1>Voorbeelden van mails</h1>
      <PostTabs current="voorbeelden" />
      <p className="lead">Elke mail die het portaal kan versturen, met verzonnen mensen en verzonnen gegevens.</p>
      <DataTable caption="Alle mails" columns={columns} rows={samples} rowKey={(row) => row.slug} />
    </StaffLayout>
  )
}
