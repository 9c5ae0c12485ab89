import { mailKindInWords, type WithheldReason, withheldWords } from '#app/domain/inviting/outbox-words.ts'
import { type Column, DataTable } from '../page/data-table.tsx'
import { EmptyState } from '../page/empty-state.tsx'
import { Moment } from '../page/moment.tsx'

type WithheldRow = {
  id: number
  kind: string
  reason: WithheldReason
  withheldAt: Temporal.Instant
  personName: string | undefined
  personId: string | undefined
  session: { id: string; title: string } | undefined
  reference: string | undefined
}

const columns: Column<WithheldRow>[] = [
  { key: 'kind', header: 'Mail', cell: ({ kind }) => mailKindInWords(kind) },
  { key: 'why', header: 'Waarom niet', cell: ({ reason }) => withheldWords[reason].why },
  { key: 'about', header: 'Over', cell: (row) => <About {...row} /> },
  { key: 'who', header: 'Aan', cell: ({ personName }) => personName ?? 'de aanvrager' },
  { key: 'toDo', header: 'Wat u kunt doen', cell: (row) => <ToDo {...row} /> },
  { key: 'since', header: 'Sinds', cell: ({ withheldAt }) => <Moment at={withheldAt} /> },
]

/** Mails that stay here until somebody does something, and what that is. */
export function WithheldMails({ mails, shown }: { mails: readonly WithheldRow[]; shown: number }) {
  return (
    <section aria-labelledby="tegengehouden-mails">
      <h2 id="tegengehouden-mails">Tegengehouden mails</h2>
      <DataTable
        caption="Wie het langst wacht, staat bovenaan"
        columns={columns}
        rows={mails.slice(0, shown)}
        rowKey={(row) => String(row.id)}
        empty={
          <EmptyState title="Er wordt niets tegengehouden">
            Een mail die nog niet weg mag, staat hier met de reden en wat u kunt doen.
          </EmptyState>
        }
      />
      {mails.length > shown && <p>Dit zijn de eerste {shown}. Los deze eerst op, dan ziet u de volgende.</p>}
    </section>
  )
}

function About({ session, reference }: WithheldRow) {
  if (session) return <a href={`/beheer/sessies/${session.id}`}>{session.title}</a>
  return reference ? (
    <a className="one-line" href={`/beheer/aanvraag/${reference}`}>
      {reference}
    </a>
  ) : (
    'onbekend'
  )
}

function ToDo({ reason, session, reference, personId }: WithheldRow) {
  const { toDo } = withheldWords[reason]
  if (reason === 'addressSuspended' && personId)
    return (
      <>
        <a href={`/beheer/post/adres/${personId}`}>Zoek het juiste adres</a>. Daarna gaat de mail vanzelf weg.
      </>
    )
  if (reason !== 'dosNumberMissing') return toDo
  const href = reference
    ? `/beheer/aanvraag/${reference}/dos-nummer`
    : session && `/beheer/sessies/${session.id}/bewerken`
  return (
    <>
      {href && (
        <>
          <a href={href}>Vul het DOS-nummer in</a>.{' '}
        </>
      )}
      {href ? 'Daarna gaat de mail vanzelf weg.' : toDo}
    </>
  )
}
