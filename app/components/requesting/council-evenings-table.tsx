import type { SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import { type Column, DataTable } from '../page/data-table.tsx'
import { EmptyState } from '../page/empty-state.tsx'
import { SessionStatusBadge } from '../scheduling/session-status-badge.tsx'

type CouncilEvening = {
  id: string
  title: string
  status: SessionStatus
  when: string
  yes: number
  no: number
  undecided: number
  waiting: number
}

/** Most evenings have room: only where somebody waits. */
const waitingColumn: Column<CouncilEvening> = {
  key: 'waiting',
  header: 'Wachtlijst',
  cell: ({ waiting }) => waiting,
  numeric: true,
}

/** The evenings of a council, with what its members answered. */
export function CouncilEveningsTable({ evenings }: { evenings: readonly CouncilEvening[] }) {
  return (
    <DataTable
      caption="Bijeenkomsten van uw raad"
      isSection
      columns={[
        {
          key: 'title',
          header: 'Bijeenkomst',
          cell: ({ id, title }) => <a href={`/griffie/sessies/${id}/reacties`}>{title}</a>,
        },
        { key: 'when', header: 'Wanneer', cell: ({ when }) => when },
        { key: 'status', header: 'Status', cell: ({ status }) => <SessionStatusBadge status={status} /> },
        { key: 'yes', header: 'Ja', cell: ({ yes }) => yes, numeric: true },
        { key: 'no', header: 'Nee', cell: ({ no }) => no, numeric: true },
        { key: 'undecided', header: 'Geen of misschien', cell: ({ undecided }) => undecided, numeric: true },
        ...(evenings.some(({ waiting }) => waiting > 0) ? [waitingColumn] : []),
      ]}
      rows={evenings}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="Nog geen bijeenkomst">
          Zodra een bijeenkomst vaststaat, ziet u die hier met de antwoorden.
        </EmptyState>
      }
    />
  )
}
