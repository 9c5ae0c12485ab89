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
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { MailReach } from '#app/domain/inviting/mail-reach.ts'
import type { Venue } from '#app/domain/scheduling/briefing-session.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listMunicipalities } from '#db/catalogue/places.ts'
import { listVenues } from '#db/scheduling/venues.ts'

export const meta: MetaFunction = () => [{ title: 'Zalen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const { db, now } = args.context
  const municipalities = await listMunicipalities(db, dateInAmsterdam(now()))
  const nameOf = new Map(municipalities.map(({ id, name }) => [id, name]))
  const venues = await listVenues(db)
  return { viewer, rows: venues.map((venue) => ({ ...venue, municipality: nameOf.get(venue.municipalityId ?? '') })) }
}

type Row = Venue & { reach: MailReach; municipality: string | undefined }

const columns = [
  {
    key: 'name',
    header: 'Zaal',
    cell: (row: Row) => <a href={`/beheer/zalen/${row.id}`}>{row.name}</a>,
  },
  { key: 'address', header: 'Adres', cell: (row: Row) => row.address },
  { key: 'municipality', header: 'Gemeente', cell: (row: Row) => row.municipality ?? 'geen' },
  { key: 'capacity', header: 'Plaatsen', cell: (row: Row) => row.capacity ?? 'onbekend', numeric: true },
  { key: 'mail', header: 'Krijgt mail', cell: (row: Row) => <Reach reach={row.reach} /> },
  { key: 'active', header: 'Te kiezen', cell: (row: Row) => (row.active ? 'ja' : 'nee') },
]

export default function VenuesPage() {
  const { viewer, rows } = usePageData<typeof loader>()
  const add = <ButtonLink href="/beheer/zalen/nieuw">Zaal toevoegen</ButtonLink>
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <SettingsNavigation current="zalen" mayAppoint={mayAppoint(viewer)} />
      <Outcome words={{ opgeslagen: 'De zaal is opgeslagen' }} />
      <h1>Zalen</h1>
      {rows.length > 0 && <div className="actions">{add}</div>}
      <DataTable
        caption="Zalen"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Hier staan straks zalen" action={add}>
            Voeg de eerste zaal toe. Daarna kunt u die bij een bijeenkomst kiezen.
          </EmptyState>
        }
      />
    </StaffLayout>
  )
}
