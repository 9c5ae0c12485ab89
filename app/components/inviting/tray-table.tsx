import { dateInAmsterdam, formatShortDate } from '#app/domain/calendar-text.ts'
import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { GuessReason } from '#app/domain/inviting/incoming-mail.ts'
import { guessSentences, whatWords } from '#app/domain/inviting/incoming-words.ts'
import { printable } from '#app/domain/inviting/printable.ts'
import { type TrayChoice, trayChoiceWords } from '#app/domain/inviting/tray.ts'
import { type Column, DataTable } from '../page/data-table.tsx'
import { EmptyState } from '../page/empty-state.tsx'
import { Moment } from '../page/moment.tsx'

export type TrayLine = {
  id: string
  receivedAt: Temporal.Instant
  sender: string | undefined
  subject: string
  said: GivenAnswer | undefined
  finding: string
  reason: string | undefined
  delegatedTo: string | undefined
  person: { name: string; by: GuessReason | undefined } | undefined
  session: { title: string; start: Temporal.Instant } | undefined
  handled: { choice: TrayChoice; by: string; at: Temporal.Instant } | undefined
}

const columns: Column<TrayLine>[] = [
  {
    key: 'sender',
    header: 'Van',
    cell: ({ id, sender, subject }) => (
      <>
        <a href={`/beheer/post/onbekend/${id}`}>
          <bdi>{sender ? printable(sender) : 'Onbekende afzender'}</bdi>
        </a>
        <p className="quiet">
          <bdi>{printable(subject) || 'Zonder onderwerp'}</bdi>
        </p>
      </>
    ),
  },
  { key: 'what', header: 'Reactie', cell: (line) => printable(whatWords(line)) },
  {
    key: 'session',
    header: 'Bijeenkomst',
    cell: ({ session }) =>
      session ? `${session.title}, ${formatShortDate(dateInAmsterdam(session.start))}` : 'niet bekend',
  },
  {
    key: 'person',
    header: 'Waarschijnlijk van',
    cell: ({ person }) =>
      person ? (
        <>
          {person.name}
          {person.by && <p className="quiet">Want {guessSentences[person.by]}.</p>}
        </>
      ) : (
        'niet bekend'
      ),
  },
  { key: 'received', header: 'Binnengekomen', cell: ({ receivedAt }) => <Moment at={receivedAt} short /> },
]

const handledColumn: Column<TrayLine> = {
  key: 'handled',
  header: 'Afgehandeld',
  cell: ({ handled }) =>
    handled ? (
      <>
        {trayChoiceWords[handled.choice]}, door {handled.by}, <Moment at={handled.at} short />
      </>
    ) : (
      'bevestigd door de deelnemer'
    ),
}

/** What came in and nobody could place. */
export function TrayTable({ rows, view }: { rows: readonly TrayLine[]; view: 'open' | 'handled' }) {
  return (
    <DataTable
      caption={view === 'open' ? 'Reacties die op u wachten' : 'Afgehandelde reacties'}
      columns={view === 'open' ? columns : [...columns, handledColumn]}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        view === 'open' ? (
          <EmptyState title="Er wacht niets">
            Een reactie die wij niet zeker kunnen koppelen, komt hier te staan. Ook wat mensen zelf terugschrijven. U
            koppelt haar dan aan een deelnemer, of u wijst haar af.
          </EmptyState>
        ) : (
          <EmptyState title="Nog niets afgehandeld">
            Wat u koppelt, afwijst of als gezien merkt, vindt u hier terug. U kunt het dan nog terugdraaien.
          </EmptyState>
        )
      }
    />
  )
}
