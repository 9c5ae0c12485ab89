import { decisionInWords, findingInWords, type InboxState, inboxStateWords } from '#app/domain/inviting/inbox-words.ts'
import type { Column } from '../page/data-table.tsx'
import { Moment } from '../page/moment.tsx'
import { StatusBadge, type StatusTone } from '../page/status-badge.tsx'

export type InboxRow = {
  id: string
  from: string
  subject: string
  state: InboxState
  finding: string | undefined
  decision: string | undefined
  personName: string | undefined
  session: { id: string; title: string } | undefined
  receivedAt: Temporal.Instant
  isPurged: boolean
}

const tones: Record<InboxState, StatusTone> = {
  received: 'waiting',
  processed: 'success',
  review: 'warning',
  closed: 'quiet',
}

export function InboxStateBadge({ state }: { state: InboxState }) {
  return <StatusBadge tone={tones[state]}>{inboxStateWords[state]}</StatusBadge>
}

export const inboxColumns: Column<InboxRow>[] = [
  {
    key: 'subject',
    header: 'Mail',
    cell: ({ id, subject, isPurged }) => (
      <a href={`/beheer/post/binnen/${id}`}>{subject || (isPurged ? 'Tekst verwijderd' : 'Zonder onderwerp')}</a>
    ),
  },
  {
    key: 'from',
    header: 'Van',
    cell: ({ personName, from }) => personName ?? <span className="may-break">{from || 'onbekend'}</span>,
  },
  { key: 'what', header: 'Wat het is', cell: ({ finding }) => findingInWords(finding) },
  { key: 'about', header: 'Bijeenkomst', cell: ({ session }) => session?.title ?? 'niet bekend' },
  {
    key: 'state',
    header: 'Wat ermee gebeurde',
    cell: ({ state, decision }) => (
      <>
        <InboxStateBadge state={state} /> <span className="cell-note">{decisionInWords(decision)}</span>
      </>
    ),
  },
  {
    key: 'when',
    header: 'Binnengekomen',
    cell: ({ receivedAt }) => (
      <span className="one-line">
        <Moment at={receivedAt} short />
      </span>
    ),
  },
]
