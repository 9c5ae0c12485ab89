import { mailKindInWords, type OutboxState } from '#app/domain/inviting/outbox-words.ts'
import { Moment } from '../page/moment.tsx'
import { OutboxStateBadge } from './outbox-table.tsx'

type Version = {
  id: string
  kind: string
  state: OutboxState
  sequence: number | undefined
  createdAt: Temporal.Instant
}

/** The calendar mails of one person about one evening: the newest counts, the others were replaced. */
export function MailVersions({ versions, currentId }: { versions: readonly Version[]; currentId: string }) {
  if (versions.length < 2) return null
  return (
    <section aria-labelledby="versies">
      <h2 id="versies">Alle versies van deze afspraak</h2>
      <p>De bovenste telt. Elke nieuwe mail vervangt in de agenda de vorige.</p>
      <ul>
        {versions.map(({ id, kind, state, sequence, createdAt }) => (
          <li key={id}>
            {id === currentId ? <strong>Deze mail</strong> : <a href={`/beheer/post/${id}`}>{mailKindInWords(kind)}</a>}
            : versie {sequence}, gemaakt <Moment at={createdAt} /> <OutboxStateBadge state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
