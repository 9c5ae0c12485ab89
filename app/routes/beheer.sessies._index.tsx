import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { WaitingMailNotice } from '#app/components/inviting/waiting-mail-notice.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { DataTable } from '#app/components/page/data-table.tsx'
import { EmptyState } from '#app/components/page/empty-state.tsx'
import { Pagination } from '#app/components/page/pagination.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { StatusBadge } from '#app/components/page/status-badge.tsx'
import { SessionFilterForm } from '#app/components/scheduling/session-filter-form.tsx'
import { SessionStatusBadge } from '#app/components/scheduling/session-status-badge.tsx'
import { SessionTime } from '#app/components/scheduling/session-time.tsx'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { waitingMailInWords } from '#app/domain/inviting/waiting-mail.ts'
import { readSessionFilter, sessionListPath } from '#app/forms/scheduling/session-filter.ts'
import { usePageData } from '#app/web/page-data.ts'
import { findWaitingMail } from '#db/inviting/waiting-mail.ts'
import { type ListedSession, listSessions, sessionsPerPage } from '#db/scheduling/session-list.ts'

export const meta: MetaFunction = () => [{ title: 'Bijeenkomsten - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const viewer = await requireStaff(args)
  const { filter, page } = readSessionFilter(new URL(args.request.url).searchParams)
  const { sessions, total } = await listSessions(db, filter, page, now())
  const mail = waitingMailInWords(await findWaitingMail(db, now()), now())
  return { viewer, filter, page, sessions, total, pages: Math.max(1, Math.ceil(total / sessionsPerPage)), mail }
}

const columns = [
  {
    key: 'title',
    header: 'Bijeenkomst',
    cell: (row: ListedSession) => <a href={`/beheer/sessies/${row.id}`}>{row.title}</a>,
  },
  {
    key: 'time',
    header: 'Wanneer',
    cell: (row: ListedSession) => <SessionTime start={row.start} end={row.end} short />,
  },
  { key: 'councils', header: 'Raden', cell: (row: ListedSession) => joinNames(row.municipalities) },
  { key: 'place', header: 'Waar', cell: (row: ListedSession) => row.place || 'nog geen plaats' },
  {
    key: 'status',
    header: 'Status',
    cell: (row: ListedSession) => (
      <>
        <SessionStatusBadge status={row.status} />
        {row.dosNumberMissing && row.status !== 'cancelled' && (
          <>
            {' '}
            <StatusBadge tone="warning">DOS-nummer ontbreekt</StatusBadge>
          </>
        )}
      </>
    ),
  },
  {
    key: 'answers',
    header: 'Ja / aangemeld',
    cell: (row: ListedSession) => `${row.yes} / ${row.registered}`,
    numeric: true,
  },
]

export default function SessionsPage() {
  const { viewer, filter, page, pages, sessions, total, mail } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <h1>Bijeenkomsten</h1>
      <div className="actions">
        <ButtonLink href="/beheer/sessies/nieuw">Bijeenkomst plannen</ButtonLink>
        <ButtonLink href="/beheer/sprekers" kind="secondary">
          Sprekers
        </ButtonLink>
        <ButtonLink href="/beheer/zalen" kind="secondary">
          Zalen
        </ButtonLink>
      </div>
      <WaitingMailNotice words={mail} />
      <SessionFilterForm filter={filter} />
      <p role="status">{total === 1 ? '1 bijeenkomst gevonden.' : `${total} bijeenkomsten gevonden.`}</p>
      <DataTable
        caption="Bijeenkomsten"
        columns={columns}
        rows={sessions}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title="Geen bijeenkomsten gevonden"
            action={<ButtonLink href="/beheer/sessies/nieuw">Bijeenkomst plannen</ButtonLink>}
          >
            Kies andere filters, of plan een bijeenkomst voor een aanvraag.
          </EmptyState>
        }
      />
      <Pagination page={page} pages={pages} of="bijeenkomsten" hrefFor={(other) => sessionListPath(filter, other)} />
    </StaffLayout>
  )
}
