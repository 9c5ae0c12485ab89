import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireClerk } from '#app/auth.server.ts'
import { ButtonLink } from '#app/components/button-link.tsx'
import { DataTable } from '#app/components/data-table.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { statusTone } from '#app/components/requesting/status-tone.ts'
import { StatusBadge } from '#app/components/status-badge.tsx'
import { unreachableSentence } from '#app/components/unreachable-notice.tsx'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import {
  dateInAmsterdam,
  formatDate,
  formatMoment,
  formatSessionTime,
  formatShortDate,
} from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { engagedAnswerWords } from '#app/domain/inviting/engagement.ts'
import { councilAnswerWords } from '#app/domain/requesting/council-answer-words.ts'
import { mayTake, statusWords, whoseTurn } from '#app/domain/requesting/status.ts'
import { signedInRequester } from '#app/signed-in-requester.server.ts'
import { listHeldOptions } from '#db/inviting/held-options.ts'
import { listCoRequests } from '#db/requesting/co-requests.ts'
import { listCouncilRequests } from '#db/requesting/council-requests.ts'
import { listDrafts } from '#db/requesting/request-drafts.ts'
import { listCouncilEvenings } from '#db/requesting/request-sessions.ts'
import { findCouncilClerks } from '#db/scheduling/council-clerks.ts'

export const meta: MetaFunction = () => [{ title: 'Mijn raad - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireClerk(args)
  const { db, now } = args.context
  const councilIds = councilIdsOf(viewer)
  const [requests, coRequests, drafts, evenings, options, colleagues] = await Promise.all([
    listCouncilRequests(db, councilIds),
    listCoRequests(db, councilIds),
    listDrafts(db, councilIds),
    listCouncilEvenings(db, councilIds, now()),
    listHeldOptions(db, councilIds),
    findCouncilClerks(db, councilIds, dateInAmsterdam(now())),
  ])
  return {
    signedIn: signedInRequester(viewer),
    unreachedColleagues: [...new Set(colleagues.filter(({ isSuspended }) => isSuspended).map(({ name }) => name))],
    councils: joinNames(viewer.councils.map(({ councilName }) => councilName)),
    requests: requests.map(({ createdAt, status, ...each }) => ({
      ...each,
      status,
      statusText: statusWords[status],
      isYourTurn: whoseTurn(status) === 'requester',
      askedOn: formatShortDate(dateInAmsterdam(createdAt)),
    })),
    coRequests: coRequests.map(({ until, status, state, ...each }) => ({
      ...each,
      status,
      statusText: statusWords[status],
      answer: councilAnswerWords({ isLead: false, state }, status, true),
      isOpen: state === 'invited' && mayTake('answerForCouncil', status),
      isYourTurn: state === 'invited' && status === 'awaitingCoRequesters',
      until: until && formatDate(until),
    })),
    options: options.map(({ briefingSessionId, title, start, end, expiresAt, answer }) => ({
      briefingSessionId,
      title,
      when: formatSessionTime(start, end),
      until: formatMoment(expiresAt),
      answer: engagedAnswerWords('clerk', answer),
      isYourTurn: answer === 'none' || answer === 'maybe',
    })),
    drafts: drafts.map(({ updatedAt, ...each }) => ({ ...each, updatedAt: formatMoment(updatedAt) })),
    evenings: evenings.map(({ startsAt, endsAt, ...each }) => ({ ...each, when: formatSessionTime(startsAt, endsAt) })),
  }
}

export default function ClerkPage() {
  const { signedIn, councils, unreachedColleagues, requests, coRequests, drafts, evenings, options } =
    useLoaderData<typeof loader>()
  const offered = options.filter(({ isYourTurn }) => isYourTurn)
  // An option is answered on its own page, not on that of the request.
  const yours = requests.filter(({ isYourTurn, status }) => isYourTurn && status !== 'optioned')
  const unreached = evenings.filter(({ unreachable }) => unreachable > 0)
  const asked = coRequests.filter(({ isYourTurn }) => isYourTurn)
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <h1>Mijn raad</h1>
      <p className="lead">Alles van de {councils} bij elkaar. Uw collega’s van de griffie zien hetzelfde.</p>
      <ButtonLink href="/aanvragen">Briefing aanvragen</ButtonLink>
      {unreachedColleagues.length > 0 && (
        <Notice kind="warning" title={`Mail aan ${joinNames(unreachedColleagues)} komt niet aan`}>
          <p>
            Nieuwe mail houden wij vast. Werkt het adres weer? <a href="/inloggen">Vraag een link om in te loggen</a>.
            Wie die opent, krijgt de mail alsnog. Is het adres een ander? Bel de provincie.
          </p>
        </Notice>
      )}
      {yours.length + asked.length + offered.length > 0 && (
        <section className="turn turn-reader" aria-labelledby="aan-zet">
          <h2 id="aan-zet">U bent aan zet</h2>
          <ul>
            {offered.map(({ briefingSessionId, title, until }) => (
              <li key={briefingSessionId}>
                <a href={`/griffie/sessies/${briefingSessionId}/optie`}>Gaat uw raad akkoord? {title}</a>: optie vervalt
                op {until}
              </li>
            ))}
            {yours.map(({ reference, statusText }) => (
              <li key={reference}>
                <a href={`/aanvraag/${reference}`}>Aanvraag {reference}</a>: {statusText}
              </li>
            ))}
            {asked.map(({ key, reference, askedBy, municipalityName, until }) => (
              <li key={key}>
                <a href={`/aanvraag/${reference}/meedoen`}>Doet de raad van {municipalityName} mee?</a> De griffie van{' '}
                {askedBy} vraagt het{until && `; antwoord tot en met ${until}`}.
              </li>
            ))}
          </ul>
        </section>
      )}
      {options.length > 0 && (
        <DataTable
          caption="Avonden die wij voor uw raad vasthouden"
          columns={[
            {
              key: 'title',
              header: 'Optie',
              cell: ({ briefingSessionId, title }) => (
                <a href={`/griffie/sessies/${briefingSessionId}/optie`}>{title}</a>
              ),
            },
            { key: 'when', header: 'Wanneer', cell: ({ when }) => when },
            { key: 'until', header: 'Optie vervalt op', cell: ({ until }) => until },
            { key: 'answer', header: 'Uw antwoord', cell: ({ answer }) => answer },
          ]}
          rows={options}
          rowKey={({ briefingSessionId }) => briefingSessionId}
        />
      )}
      {drafts.length > 0 && (
        <section aria-labelledby="concepten">
          <h2 id="concepten">Concepten</h2>
          <ul>
            {drafts.map(({ id, municipalityName, updatedAt, updatedBy }) => (
              <li key={id}>
                <a href={`/aanvragen/${id}`}>Concept voor {municipalityName}</a>, bewaard op {updatedAt}
                {updatedBy && ` door ${updatedBy}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unreached.length > 0 && (
        <Notice kind="warning" title="Niet iedereen krijgt onze mail">
          <ul>
            {unreached.map(({ id, title, unreachable }) => (
              <li key={id}>
                {unreachableSentence(unreachable)}.{' '}
                <a href={`/griffie/sessies/${id}/reacties`}>Bekijk wie van {title}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <DataTable
        caption="Avonden van uw raad"
        columns={[
          {
            key: 'title',
            header: 'Avond',
            cell: ({ id, title }) => <a href={`/griffie/sessies/${id}/reacties`}>{title}</a>,
          },
          { key: 'when', header: 'Wanneer', cell: ({ when }) => when },
          { key: 'yes', header: 'Ja', cell: ({ yes }) => yes, numeric: true },
          { key: 'no', header: 'Nee', cell: ({ no }) => no, numeric: true },
          { key: 'silent', header: 'Geen of misschien', cell: ({ silent }) => silent, numeric: true },
        ]}
        rows={evenings}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nog geen avond">Zodra een avond vaststaat, ziet u hem hier met de antwoorden.</EmptyState>
        }
      />
      <p>
        <a href="/account/agenda">Zet de avonden van uw raad in uw agenda</a>
      </p>
      <DataTable
        caption="Aanvragen van uw raad"
        columns={[
          {
            key: 'reference',
            header: 'Aanvraag',
            cell: ({ reference }) => (
              <a className="one-line" href={`/aanvraag/${reference}`}>
                {reference}
              </a>
            ),
          },
          { key: 'topics', header: 'Onderwerpen', cell: ({ topicTitles }) => topicTitles.join(', ') },
          { key: 'for', header: 'Voor', cell: ({ municipalityNames }) => joinNames(municipalityNames) },
          {
            key: 'status',
            header: 'Status',
            cell: ({ status, statusText }) => <StatusBadge tone={statusTone[status]}>{statusText}</StatusBadge>,
          },
          { key: 'askedOn', header: 'Aangevraagd', cell: ({ askedOn }) => askedOn },
        ]}
        rows={requests}
        rowKey={({ reference }) => reference}
        empty={<EmptyState title="Nog geen aanvragen">Vraag een briefing aan; u volgt hem daarna hier.</EmptyState>}
      />
      {coRequests.length > 0 && (
        <DataTable
          caption="Aanvragen waarvoor een andere raad uw raad vroeg"
          columns={[
            {
              key: 'reference',
              header: 'Aanvraag',
              cell: ({ reference }) => (
                <a className="one-line" href={`/aanvraag/${reference}`}>
                  {reference}
                </a>
              ),
            },
            { key: 'askedBy', header: 'Van de raad van', cell: ({ askedBy }) => askedBy },
            { key: 'topics', header: 'Onderwerpen', cell: ({ topicTitles }) => topicTitles.join(', ') },
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
            {
              key: 'status',
              header: 'Status',
              cell: ({ status, statusText }) => <StatusBadge tone={statusTone[status]}>{statusText}</StatusBadge>,
            },
          ]}
          rows={coRequests}
          rowKey={({ key }) => key}
        />
      )}
    </RequesterLayout>
  )
}
