import { formatSessionTime } from '#app/domain/calendar-text.ts'
import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import type { GuessReason } from '#app/domain/inviting/incoming-mail.ts'
import { guessSentences, reasonSentence, whatWords } from '#app/domain/inviting/incoming-words.ts'
import { printable } from '#app/domain/inviting/printable.ts'
import { DefinitionList } from '../page/definition-list.tsx'
import { Moment } from '../page/moment.tsx'
import { SessionTime } from '../scheduling/session-time.tsx'

export type UnknownReplyView = {
  sender: string | undefined
  senderName: string
  subject: string
  receivedAt: Temporal.Instant
  said: GivenAnswer | undefined
  finding: string
  decision: string
  reason: string | undefined
  delegatedTo: string | undefined
  person: { name: string; by: GuessReason | undefined } | undefined
  session: { id: string; title: string; start: Temporal.Instant; end: Temporal.Instant } | undefined
  calendar: { comment: string; requestStatus: readonly string[] } | undefined
  proposal: { start: Temporal.Instant; end: Temporal.Instant | undefined } | 'unreadable' | undefined
  asked: Asked | undefined
}

type Asked = {
  askedAt: Temporal.Instant
  expiresAt: Temporal.Instant
  outcome: 'confirmed' | 'denied' | undefined
  settledAt: Temporal.Instant | undefined
}

/** Who, what, which evening, and why it lies here. */
export function UnknownReplyFacts({ reply, now }: { reply: UnknownReplyView; now: Temporal.Instant }) {
  const { session, person, proposal, asked, calendar } = reply
  return (
    <DefinitionList
      rows={[
        {
          key: 'van',
          term: 'Van',
          value: (
            <bdi>
              {[reply.senderName, reply.sender && `<${printable(reply.sender)}>`].filter(Boolean).join(' ') ||
                'De mail noemt geen afzender'}
            </bdi>
          ),
        },
        { key: 'onderwerp', term: 'Onderwerp', value: <bdi>{reply.subject || 'Zonder onderwerp'}</bdi> },
        { key: 'wanneer', term: 'Binnengekomen', value: <Moment at={reply.receivedAt} /> },
        { key: 'wat', term: 'Reactie', value: printable(whatWords(reply)) },
        ...(calendar?.comment ? [{ key: 'erbij', term: 'Toelichting', value: <bdi>{calendar.comment}</bdi> }] : []),
        ...(proposal ? [{ key: 'voorstel', term: 'Voorstel', value: <Proposal {...{ proposal, session }} /> }] : []),
        {
          key: 'bijeenkomst',
          term: 'Bijeenkomst',
          value: session ? (
            <>
              <a href={`/beheer/sessies/${session.id}/reacties`}>{session.title}</a>,{' '}
              <SessionTime start={session.start} end={session.end} />
            </>
          ) : (
            'De mail noemt geen bijeenkomst die wij kennen'
          ),
        },
        {
          key: 'wie',
          term: 'Waarschijnlijk van',
          value: person
            ? `${person.name}${person.by ? `: ${guessSentences[person.by]}` : ''}.`
            : 'Wij konden niemand vinden die hierbij past.',
        },
        {
          key: 'waarom',
          term: 'Waarom het hier ligt',
          value:
            reply.decision === 'apply'
              ? `Het antwoord telt al mee. U ziet het, want ${reasonSentence(reply.reason)}`
              : `Wij hebben dit niet verwerkt, want ${reasonSentence(reply.reason)}`,
        },
        ...(calendar && calendar.requestStatus.length > 0
          ? [{ key: 'melding', term: 'Melding van de agenda', value: <bdi>{calendar.requestStatus.join('; ')}</bdi> }]
          : []),
        ...(asked ? [{ key: 'gevraagd', term: 'Navraag', value: <AskedWords asked={asked} now={now} /> }] : []),
      ]}
    />
  )
}

function Proposal({
  proposal,
  session,
}: Pick<UnknownReplyView, 'session'> & { proposal: NonNullable<UnknownReplyView['proposal']> }) {
  if (proposal === 'unreadable')
    return <>Het voorgestelde moment konden wij niet lezen. Kijk in de tekst van de mail.</>
  const end = proposal.end ?? (session ? proposal.start.add(session.start.until(session.end)) : proposal.start)
  const becomes = formatSessionTime(proposal.start, end)
  return (
    <>
      {session ? `Nu ${formatSessionTime(session.start, session.end)}. Voorstel: ${becomes}.` : `Voorstel: ${becomes}.`}
    </>
  )
}

function AskedWords({ asked, now }: { asked: Asked; now: Temporal.Instant }) {
  const question = (
    <>
      Wij hebben de deelnemer per mail gevraagd of dit klopt, <Moment at={asked.askedAt} />.{' '}
    </>
  )
  if (asked.settledAt === undefined)
    return (
      <>
        {question}
        {Temporal.Instant.compare(asked.expiresAt, now) > 0
          ? 'Er is nog geen antwoord.'
          : 'Er kwam geen antwoord. De link werkt niet meer.'}
      </>
    )
  return (
    <>
      {question}
      {asked.outcome === 'confirmed' ? 'Ja, het was van haar of hem' : 'Nee, het was niet van haar of hem'},{' '}
      <Moment at={asked.settledAt} />.
    </>
  )
}
