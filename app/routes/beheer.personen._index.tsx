import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { DataTable } from '#app/components/page/data-table.tsx'
import { EmptyState } from '#app/components/page/empty-state.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { SettingsNavigation } from '#app/components/page/settings-navigation.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { roleText } from '#app/domain/access/role-text.ts'
import { formatShortDate } from '#app/domain/calendar-text.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listRoles } from '#db/access/roles.ts'

export const meta: MetaFunction = () => [{ title: 'Personen en rollen - Raadsbriefing' }]

const outcomes = {
  gegeven: 'De rol is gegeven. Er is geen mail verstuurd.',
  beeindigd: 'Het einde van de rol is opgeslagen. Er is geen mail verstuurd.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const viewer = await requireStaff(args, 'administrator')
  return { viewer, roles: await listRoles(db, now()) }
}

export default function PeoplePage() {
  const { viewer, roles } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <SettingsNavigation current="personen" mayAppoint />
      <Outcome words={outcomes} />
      <h1>Personen en rollen</h1>
      <p className="lead">
        Een dossier is van de raad, niet van de griffier. Wie een rol krijgt, ziet vanaf die dag alles van die raad. Wie
        een rol kwijtraakt, ziet vanaf die dag niets meer.
      </p>
      <p>
        <ButtonLink href="/beheer/personen/nieuw">Iemand een rol geven</ButtonLink>
      </p>
      <DataTable
        caption="Rollen die nu gelden of nog ingaan"
        rows={roles}
        rowKey={(row) => row.roleId}
        empty={<EmptyState title="Nog geen rollen">Geef de eerste griffier een rol.</EmptyState>}
        columns={[
          { key: 'name', header: 'Naam', cell: (row) => row.name },
          { key: 'role', header: 'Rol', cell: (row) => roleText[row.role] },
          { key: 'where', header: 'Waar', cell: (row) => row.councilName ?? row.regionName ?? 'Provincie' },
          { key: 'from', header: 'Vanaf', cell: (row) => (row.from ? formatShortDate(row.from) : '') },
          {
            key: 'until',
            header: 'Tot en met',
            cell: (row) =>
              row.until ? (
                formatShortDate(row.until.subtract({ days: 1 }))
              ) : row.personId === viewer.personId ? (
                'Uw eigen rol'
              ) : (
                <a href={`/beheer/personen/${row.roleId}/beeindigen`}>
                  Beëindigen
                  <span className="visually-hidden">
                    {' '}
                    van {row.name} als {roleText[row.role]}
                  </span>
                </a>
              ),
          },
        ]}
      />
    </StaffLayout>
  )
}
