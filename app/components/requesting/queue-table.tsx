import type { RequestStatus } from '#app/domain/requesting/status.ts'
import type { Column } from '../page/data-table.tsx'
import { StatusBadge } from '../page/status-badge.tsx'
import { statusTone } from './status-tone.ts'

export type QueueRow = {
  reference: string
  status: RequestStatus
  statusText: string
  councils: string
  topics: string
  waiting: string
  waitingSince: string
  waitingSinceIso: string
  handledBy: string | undefined
  /** What asks for attention: a missing number, a mail that waits, a mailbox nobody knows. */
  flags: string[]
}

export const queueColumns: Column<QueueRow>[] = [
  {
    key: 'reference',
    header: 'Aanvraag',
    cell: ({ reference, councils }) => (
      <>
        <a className="one-line" href={`/beheer/aanvraag/${reference}`}>
          {reference}
        </a>
        <br />
        {councils}
      </>
    ),
  },
  { key: 'topics', header: 'Onderwerpen', cell: ({ topics }) => topics },
  {
    key: 'status',
    header: 'Status en let op',
    cell: ({ status, statusText, flags }) => (
      <div className="badges">
        <StatusBadge tone={statusTone[status]}>{statusText}</StatusBadge>
        {flags.map((flag) => (
          <StatusBadge key={flag} tone="warning">
            {flag}
          </StatusBadge>
        ))}
      </div>
    ),
  },
  {
    key: 'waiting',
    header: 'Wacht',
    cell: ({ waiting, waitingSince, waitingSinceIso }) => (
      <time className="one-line" dateTime={waitingSinceIso} title={waitingSince}>
        {waiting}
      </time>
    ),
  },
  { key: 'handledBy', header: 'Behandelaar', cell: ({ handledBy }) => handledBy ?? 'nog niemand' },
]
