import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { Reach } from '#app/components/inviting/reach.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { DataTable } from '#app/components/page/data-table.tsx'
import { EmptyState } from '#app/components/page/empty-state.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { SettingsNavigation } from '#app/components/page/settings-navigation.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { mayAppoint } from '#app/domain/access/permissions.ts'
import type { MailReach } from '#app/domain/inviting/mail-reach.ts'
import type { Speaker } from '#app/domain/scheduling/speaker.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listSpeakers } from '#db/scheduling/speakers.ts'

export const meta: MetaFunction = () => [{ title: 'Sprekers - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  return { viewer, rows: await listSpeakers(args.context.db) }
}

type Row = Speaker & { reach: MailReach }

const columns = [
  {
    key: 'name',
    header: 'Spreker',
    cell: (row: Row) => <a href={`/beheer/sprekers/${row.id}`}>{row.name}</a>,
  },
  { key: 'organisation', header: 'Organisatie', cell: (row: Row) => row.organisation },
  { key: 'topics', header: 'Onderwerpen', cell: (row: Row) => row.topicIds.length, numeric: true },
  { key: 'mail', header: 'Krijgt mail', cell: (row: Row) => <Reach reach={row.reach} /> },
  { key: 'active', header: 'Te kiezen', cell: (row: Row) => (row.active ? 'ja' : 'nee') },
]

export default function SpeakersPage() {
  const { viewer, rows } = usePageData<typeof loader>()
  const add = <ButtonLink href="/beheer/sprekers/nieuw">Spreker toevoegen</ButtonLink>
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <SettingsNavigation current="sprekers" mayAppoint={mayAppoint(viewer)} />
      <Outcome words={{ opgeslagen: 'De spreker is opgeslagen' }} />
      <h1>Sprekers</h1>
      {rows.length > 0 && <div className="actions">{add}</div>}
      <DataTable
        caption="Sprekers"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Hier staan straks sprekers" action={add}>
            Voeg de eerste spreker toe. Daarna kunt u die bij een bijeenkomst kiezen.
          </EmptyState>
        }
      />
    </StaffLayout>
  )
}
