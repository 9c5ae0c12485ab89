import { joinNames } from '#app/domain/catalogue/join-names.ts'
import type { RequestStatus } from '#app/domain/requesting/status.ts'
import { DataTable } from '../page/data-table.tsx'
import { EmptyState } from '../page/empty-state.tsx'
import { StatusBadge } from '../page/status-badge.tsx'
import { statusTone } from './status-tone.ts'

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
        {
          key: 'reference',
          header: 'Aanvraag',
          cell: ({ reference }) => (
            <a className="one-line" href={`/aanvraag/${reference}`}>
              {reference}
            </a>
          ),
        },
        { key: 'topics', header: 'Onderwerpen', cell: ({ topicTitles }) => topicTitles.join(', ') },
        { key: 'for', header: 'Voor', cell: ({ municipalityNames }) => joinNames(municipalityNames) },
        {
          key: 'status',
          header: 'Status',
          cell: ({ status, statusText }) => <StatusBadge tone={statusTone[status]}>{statusText}</StatusBadge>,
        },
        { key: 'askedOn', header: 'Aangevraagd', cell: ({ askedOn }) => askedOn },
      ]}
      rows={requests}
      rowKey={({ reference }) => reference}
      empty={<EmptyState title="Nog geen aanvragen">Vraag een briefing aan; u volgt hem daarna hier.</EmptyState>}
    />
  )
}
