import { mailKindInWords, type OutboxState, outboxStateWords } from '#app/domain/inviting/outbox-words.ts'
import type { Column } from '../page/data-table.tsx'
import { Moment } from '../page/moment.tsx'
import { StatusBadge, type StatusTone } from '../page/status-badge.tsx'
import { WholeNumbers } from '../page/whole-numbers.tsx'

export type OutboxRow = {
  id: string
  kind: string
  state: OutboxState
  subject: string
  recipient: string
  personName: string | undefined
  createdAt: Temporal.Instant
  sentAt: Temporal.Instant | undefined
  sessionTitle: string | undefined
  reference: string | undefined
}

const tones: Record<OutboxState, StatusTone> = {
  pending: 'waiting',
  sending: 'waiting',
  held: 'warning',
  sent: 'success',
  failed: 'danger',
  inDoubt: 'warning',
  superseded: 'quiet',
}

export function OutboxStateBadge({ state }: { state: OutboxState }) {
  return <StatusBadge tone={tones[state]}>{outboxStateWords[state]}</StatusBadge>
}

export const outboxColumns: Column<OutboxRow>[] = [
  {
    key: 'subject',
    header: 'Mail',
    cell: ({ id, subject, kind }) => (
      <a href={`/beheer/post/${id}`}>
        <WholeNumbers>{subject || `${mailKindInWords(kind)} (tekst verwijderd)`}</WholeNumbers>
      </a>
    ),
  },
  { key: 'to', header: 'Aan', cell: ({ personName, recipient }) => personName ?? (recipient || 'verwijderd') },
  { key: 'kind', header: 'Soort', cell: ({ kind }) => mailKindInWords(kind) },
  {
    key: 'about',
    header: 'Over',
    cell: ({ sessionTitle, reference }) => <WholeNumbers>{sessionTitle ?? reference ?? 'toegang'}</WholeNumbers>,
  },
  { key: 'state', header: 'Toestand', cell: ({ state }) => <OutboxStateBadge state={state} /> },
  {
    key: 'when',
    header: 'Wanneer',
    // That it was sent, the column before says already.
    cell: ({ state, sentAt, createdAt }) => (
      <>
        {state !== 'sent' && (sentAt ? 'verzonden ' : 'gemaakt ')}
        <span className="one-line">
          <Moment at={sentAt ?? createdAt} short />
        </span>
      </>
    ),
  },
]
