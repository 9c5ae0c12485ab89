import type { RequestStatus } from '#app/domain/requesting/status.ts'
import { DataTable } from '../page/data-table.tsx'
import { StatusBadge } from '../page/status-badge.tsx'
import { statusTone } from './status-tone.ts'

type CoRequest = {
  key: string
  reference: string
  askedBy: string
  topicTitles: string[]
  municipalityName: string
  answer: string
  isOpen: boolean
  status: RequestStatus
  statusText: string
}

/** What another council asked this one along for. */
export function CoRequestsTable({ coRequests }: { coRequests: readonly CoRequest[] }) {
  return (
    <DataTable
      caption="Aanvragen waarvoor een andere raad uw raad vroeg"
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
        { key: 'askedBy', header: 'Van de raad van', cell: ({ askedBy }) => askedBy },
        { key: 'topics', header: 'Onderwerpen', cell: ({ topicTitles }) => topicTitles.join(', ') },
        {
          key: 'answer',
          header: 'Uw raad',
          cell: ({ municipalityName, answer, isOpen, reference }) =>
            isOpen ? (
              <a href={`/aanvraag/${reference}/meedoen`}>
                {municipalityName}: {answer}
              </a>
            ) : (
              `${municipalityName}: ${answer}`
            ),
        },
        {
          key: 'status',
          header: 'Status',
          cell: ({ status, statusText }) => <StatusBadge tone={statusTone[status]}>{statusText}</StatusBadge>,
        },
      ]}
      rows={coRequests}
      rowKey={({ key }) => key}
    />
  )
}
