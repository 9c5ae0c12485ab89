import {
  mailKindInWords,
  type OutboxState,
  outboxStateMeaning,
  serverAnswerInWords,
} from '#app/domain/inviting/outbox-words.ts'
import { DefinitionList } from '../page/definition-list.tsx'
import { Moment } from '../page/moment.tsx'
import { OutboxStateBadge } from './outbox-table.tsx'

export type MailFactsProps = {
  mail: {
    kind: string
    state: OutboxState
    recipient: string
    attempts: number
    code: number | undefined
    answer: string | undefined
    createdAt: Temporal.Instant
    sentAt: Temporal.Instant | undefined
    nextAttemptAt: Temporal.Instant
    resentAt: Temporal.Instant | undefined
    person: { id: string; name: string } | undefined
    session: { id: string; title: string } | undefined
    request: { reference: string } | undefined
  }
}

/** What became of one mail. */
export function MailFacts({ mail }: MailFactsProps) {
  const { person, session, request, sentAt, resentAt } = mail
  const waits = mail.state === 'pending' || mail.state === 'inDoubt'
  const rows = [
    {
      key: 'state',
      term: 'Toestand',
      value: (
        <>
          <OutboxStateBadge state={mail.state} /> {outboxStateMeaning[mail.state]}
        </>
      ),
    },
    { key: 'kind', term: 'Soort', value: mailKindInWords(mail.kind) },
    { key: 'to', term: 'Aan', value: [person?.name, mail.recipient].filter(Boolean).join(', ') || 'verwijderd' },
    { key: 'made', term: 'Gemaakt', value: <Moment at={mail.createdAt} /> },
    { key: 'sent', term: 'Verzonden', value: sentAt && <Moment at={sentAt} /> },
    { key: 'resent', term: 'Opnieuw klaargezet', value: resentAt && <Moment at={resentAt} /> },
    { key: 'attempts', term: 'Pogingen', value: String(mail.attempts) },
    { key: 'next', term: 'Volgende poging', value: waits && <Moment at={mail.nextAttemptAt} /> },
    { key: 'answer', term: 'Laatste antwoord van de mailserver', value: <ServerAnswer {...mail} /> },
    {
      key: 'session',
      term: 'Bijeenkomst',
      value: session && <a href={`/beheer/sessies/${session.id}`}>{session.title}</a>,
    },
    {
      key: 'request',
      term: 'Aanvraag',
      value: request && (
        <a className="one-line" href={`/beheer/aanvraag/${request.reference}`}>
          {request.reference}
        </a>
      ),
    },
    {
      key: 'person',
      term: 'Persoon',
      value: person && <a href={`/beheer/post?persoon=${person.id}`}>Alle mail aan {person.name}</a>,
    },
  ]
  return <DefinitionList rows={rows.filter(({ value }) => value)} />
}

function ServerAnswer({ state, attempts, code, answer }: MailFactsProps['mail']) {
  return (
    <>
      {serverAnswerInWords({ state, attempts, code, hasAnswer: answer !== undefined })}
      {answer && (
        <>
          {' '}
          De server schreef: <q lang="en">{answer}</q>
          {code !== undefined && ` (nummer ${code})`}
        </>
      )}
    </>
  )
}
