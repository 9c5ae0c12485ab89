import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { PostTabs } from '#app/components/inviting/post-tabs.tsx'
import { TrayTable } from '#app/components/inviting/tray-table.tsx'
import { Pagination } from '#app/components/page/pagination.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { usePageData } from '#app/web/page-data.ts'
import { countTray, listTray, trayRowsPerPage } from '#db/inviting/tray.ts'

export const meta: MetaFunction = () => [{ title: 'Onbekende reacties - Post - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context
  const viewer = await requireStaff(args)
  const { searchParams } = new URL(args.request.url)
  const view = searchParams.get('toon') === 'afgehandeld' ? ('handled' as const) : ('open' as const)
  const total = await countTray(db, view)
  const pages = Math.max(1, Math.ceil(total / trayRowsPerPage))
  const asked = Number.parseInt(searchParams.get('bladzijde') ?? '', 10)
  const page = Math.min(pages, Math.max(1, Number.isSafeInteger(asked) ? asked : 1))
  return { viewer, view, total, page, pages, rows: await listTray(db, view, page) }
}

export default function TrayPage() {
  const { viewer, view, total, page, pages, rows } = usePageData<typeof loader>()
  const word = total === 1 ? 'reactie' : 'reacties'
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <h1>Onbekende reacties</h1>
      <PostTabs current="onbekend" />
      <p className="lead">
        Antwoorden die wij niet zeker aan een deelnemer kunnen koppelen, en wat mensen zelf terugschrijven.
      </p>
      <p role="status">{view === 'open' ? `${total} ${word} open.` : `${total} ${word} afgehandeld.`}</p>
      <TrayTable rows={rows} view={view} />
      <Pagination
        page={page}
        pages={pages}
        of="reacties"
        hrefFor={(other) => `?${view === 'handled' ? 'toon=afgehandeld&' : ''}bladzijde=${other}`}
      />
      <p>
        {view === 'open' ? (
          <a href="?toon=afgehandeld">Bekijk wat al is afgehandeld</a>
        ) : (
          <a href="/beheer/post/onbekend">Bekijk wat nog open staat</a>
        )}
      </p>
    </StaffLayout>
  )
}
