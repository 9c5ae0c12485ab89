import { joinNames } from '#app/domain/catalogue/join-names.ts'
import type { RequestStatus } from '#app/domain/requesting/status.ts'
import { DataTable } from '../page/data-table.tsx'
import { EmptyState } from '../page/empty-state.tsx'
import { requestColumns } from './request-columns.tsx'

type CouncilRequest = {
  reference: string
  topicTitles: string[]
  municipalityNames: string[]
  status: RequestStatus
  statusText: string
  askedOn: string
}

/** What a council asked for itself or as the lead of others. */
export function CouncilRequestsTable({ requests }: { requests: readonly CouncilRequest[] }) {
  return (
    <DataTable
      caption="Aanvragen van uw raad"
      isSection
      columns={[
        requestColumns.reference,
        requestColumns.topics,
        { key: 'for', header: 'Voor', cell: ({ municipalityNames }) => joinNames(municipalityNames) },
        requestColumns.status,
        { key: 'askedOn', header: 'Aangevraagd', cell: ({ askedOn }) => <span className="one-line">{askedOn}</span> },
      ]}
      rows={requests}
      rowKey={({ reference }) => reference}
      empty={
        <EmptyState title="Nog geen aanvragen">Vraag een briefing aan; u volgt de aanvraag daarna hier.</EmptyState>
      }
    />
  )
}
