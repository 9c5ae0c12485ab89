import type { RequestStatus } from '#app/domain/requesting/status.ts'
import type { Column } from '../page/data-table.tsx'
import { StatusBadge } from '../page/status-badge.tsx'
import { statusTone } from './status-tone.ts'

type ListedRequest = { reference: string; topicTitles: string[]; status: RequestStatus; statusText: string }

/** What every list of requests tells a clerk in the same way. */
export const requestColumns = {
  reference: {
    key: 'reference',
    header: 'Aanvraag',
    cell: ({ reference }) => (
      <a className="one-line" href={`/aanvraag/${reference}`}>
        {reference}
      </a>
    ),
  },
  topics: { key: 'topics', header: 'Onderwerpen', cell: ({ topicTitles }) => topicTitles.join(', ') },
  status: {
    key: 'status',
    header: 'Status',
    cell: ({ status, statusText }) => (
      <div className="badges">
        <StatusBadge tone={statusTone[status]}>{statusText}</StatusBadge>
      </div>
    ),
  },
} satisfies Record<string, Column<ListedRequest>>
