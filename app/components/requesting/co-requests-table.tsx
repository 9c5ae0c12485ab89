import type { RequestStatus } from '#app/domain/requesting/status.ts'
import { DataTable } from '../page/data-table.tsx'
import { requestColumns } from './request-columns.tsx'

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
        requestColumns.reference,
        { key: 'askedBy', header: 'Van de raad van', cell: ({ askedBy }) => askedBy },
        requestColumns.topics,
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
        requestColumns.status,
      ]}
      rows={coRequests}
      rowKey={({ key }) => key}
    />
  )
}
