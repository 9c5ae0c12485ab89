import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireClerk } from '#app/auth.server.ts'
import { unreachableSentence } from '#app/components/inviting/unreachable-notice.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { CoRequestsTable } from '#app/components/requesting/co-requests-table.tsx'
import { CouncilEveningsTable } from '#app/components/requesting/council-evenings-table.tsx'
import { CouncilRequestsTable } from '#app/components/requesting/council-requests-table.tsx'
import { DraftList } from '#app/components/requesting/draft-list.tsx'
import { HeldOptionsTable } from '#app/components/requesting/held-options-table.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import {
  dateInAmsterdam,
  formatDate,
  formatMoment,
  formatSessionTime,
  formatShortDate,
} from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { capital } from '#app/domain/first-letter.ts'
import { engagedAnswerWords } from '#app/domain/inviting/engagement.ts'
import { councilAnswerWords } from '#app/domain/requesting/council-answer-words.ts'
import { mayTake, statusWords, whoseTurn } from '#app/domain/requesting/status.ts'
import { nextFirst } from '#app/domain/scheduling/next-first.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { listUpToLead } from '#app/pages/requesting/up-to-lead.server.ts'
import { listHeldOptions } from '#db/inviting/held-options.ts'
import { listCoRequests } from '#db/requesting/co-requests.ts'
import { listCouncilRequests } from '#db/requesting/council-requests.ts'
import { listDrafts } from '#db/requesting/request-drafts.ts'
import { listCouncilEvenings } from '#db/requesting/request-sessions.ts'
import { listCouncilClerks } from '#db/scheduling/council-clerks.ts'

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
    listCouncilClerks(db, councilIds, dateInAmsterdam(now())),
  ])
  const upToLead = await listUpToLead(db, requests, now())
  return {
    signedIn: signedInRequester(viewer),
    unreachedColleagues: [...new Set(colleagues.filter(({ isSuspended }) => isSuspended).map(({ name }) => name))],
    councils: joinNames(viewer.councils.map(({ councilName }) => councilName)),
    requests: requests.map(({ createdAt, status, silentCouncils: _, ...each }) => ({
      ...each,
      status,
      statusText: statusWords[status],
      isYourTurn: whoseTurn(status) === 'requester' || upToLead.has(each.reference),
      mayGoOn: upToLead.has(each.reference),
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
    evenings: nextFirst(evenings, now()).map(({ start, end, ...each }) => ({
      ...each,
      when: formatSessionTime(start, end),
    })),
  }
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function ClerkPage() {
  const { signedIn, councils, unreachedColleagues, requests, coRequests, drafts, evenings, options } =
    useLoaderData<typeof loader>()
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <Outcome words={{ verwijderd: 'Het concept is verwijderd.' }} />
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
      <YourTurn requests={requests} coRequests={coRequests} options={options} />
      {options.length > 0 && <HeldOptionsTable options={options} />}
      {drafts.length > 0 && <DraftList drafts={drafts} />}
      <UnreachedNotice evenings={evenings} />
      <CouncilEveningsTable evenings={evenings} />
      <p>
        <a href="/account/agenda">Zet de bijeenkomsten van uw raad in uw agenda</a>
      </p>
      <CouncilRequestsTable requests={requests} />
      {coRequests.length > 0 && <CoRequestsTable coRequests={coRequests} />}
    </RequesterLayout>
  )
}

/** All that waits for an answer of this office, so that nothing has to be looked for in the tables below. */
function YourTurn({ requests, coRequests, options }: Pick<Shown, 'requests' | 'coRequests' | 'options'>) {
  const offered = options.filter(({ isYourTurn }) => isYourTurn)
  // An option is answered on its own page, not on that of the request.
  const yours = requests.filter(({ isYourTurn, status }) => isYourTurn && status !== 'optioned')
  const asked = coRequests.filter(({ isYourTurn }) => isYourTurn)
  if (offered.length + yours.length + asked.length === 0) return null
  return (
    <section className="turn turn-reader" aria-labelledby="aan-zet">
      <h2 id="aan-zet">U bent aan zet</h2>
      <ul>
        {offered.map(({ briefingSessionId, title, until }) => (
          <li key={briefingSessionId}>
            <a href={`/griffie/sessies/${briefingSessionId}/optie`}>Gaat uw raad akkoord? {title}</a>: optie vervalt op{' '}
            {until}
          </li>
        ))}
        {yours.map(({ reference, statusText, mayGoOn, topicTitles }) => (
          <li key={reference}>
            <a href={`/aanvraag/${reference}`}>
              {mayGoOn ? 'Niet langer wachten met de aanvraag' : capital(statusText)} over {joinNames(topicTitles)}
            </a>{' '}
            <span className="one-line">({reference})</span>
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
  )
}

function UnreachedNotice({ evenings }: Pick<Shown, 'evenings'>) {
  const unreached = evenings.filter(({ unreachable }) => unreachable > 0)
  if (unreached.length === 0) return null
  return (
    <Notice kind="warning" title="Niet iedereen krijgt onze mail">
      <ul>
        {unreached.map(({ id, title, unreachable }) => (
          <li key={id}>
            {unreachableSentence(unreachable)}. <a href={`/griffie/sessies/${id}/reacties`}>Bekijk wie van {title}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
