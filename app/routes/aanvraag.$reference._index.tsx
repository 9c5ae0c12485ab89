import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { DossierLayout } from '#app/components/page/dossier-layout.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { StatusBadge } from '#app/components/page/status-badge.tsx'
import { WholeNumbers } from '#app/components/page/whole-numbers.tsx'
import { ChooseEvening } from '#app/components/requesting/choose-evening.tsx'
import { ClarificationList } from '#app/components/requesting/clarification-list.tsx'
import { ProposalList } from '#app/components/requesting/proposal-list.tsx'
import { heldBackWords } from '#app/components/requesting/request-flags.tsx'
import { RequestTurn } from '#app/components/requesting/request-turn.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { StandingEvening } from '#app/components/requesting/standing-evening.tsx'
import { statusTone } from '#app/components/requesting/status-tone.ts'
import { TakingPart } from '#app/components/requesting/taking-part.tsx'
import { WishFacts } from '#app/components/requesting/wish-facts.tsx'
import type { WebContext } from '#app/context.server.ts'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { formatMoment } from '#app/domain/calendar-text.ts'
import { officesOf } from '#app/domain/catalogue/join-names.ts'
import { capital } from '#app/domain/first-letter.ts'
import { leadCouncil } from '#app/domain/requesting/briefing-request.ts'
import { mayTake, nextStepWords } from '#app/domain/requesting/status.ts'
import { isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { memberLinks } from '#app/domain/scheduling/session-links.ts'
import { formAction } from '#app/form-action.server.ts'
import { chooseEveningForm } from '#app/forms/requesting/step-forms.ts'
import { isOwnAnswerOpen, viewOfCoRequester } from '#app/pages/requesting/co-request-view.server.ts'
import { requireOwnRequest, requireRequestTakingPart } from '#app/pages/requesting/own-request.server.ts'
import { viewRequest } from '#app/pages/requesting/request-view.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { chooseEvening } from '#app/use-cases/requesting/choose-evening.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { findHeldOption, type HeldOption } from '#db/inviting/held-options.ts'
import { listUnreachedPeople } from '#db/requesting/withheld-mails.ts'
import { findSessionOfCouncils } from '#db/scheduling/briefing-sessions.ts'
import { findStandingSession } from '#db/scheduling/session-requests.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aanvraag ${data?.view.reference ?? ''} - Raadsbriefing` },
]

const outcomes = {
  bevestigd: 'Uw aanvraag is bevestigd. De provincie gaat ermee aan de slag.',
  beantwoord: 'Uw antwoord is verstuurd. De provincie is weer aan zet.',
  gekozen: 'Uw keuze is verstuurd. De provincie is weer aan zet.',
  ingetrokken: 'Uw aanvraag is ingetrokken. U krijgt er een mail over.',
  verder: 'Uw aanvraag ligt nu bij de provincie.',
  meegedaan: 'Uw raad doet mee. De griffie die aanvroeg, krijgt bericht.',
  nietmee: 'Uw raad doet niet mee. De griffie die aanvroeg, krijgt bericht.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest, isLead } = await requireRequestTakingPart(args)
  const view = await viewRequest(args.context, briefingRequest)
  const held = await findHeldOption(args.context.db, briefingRequest.id, councilIdsOf(viewer))
  const option = held && optionTurn(held)
  const evening = await findStandingEvening(args.context, briefingRequest.id, councilIdsOf(viewer))
  const unreached = isLead ? await listUnreachedPeople(args.context.db, briefingRequest.id) : []
  const asked = unreached.find(({ personId }) => personId === briefingRequest.submittedBy)
  const shared = { signedIn: signedInRequester(viewer), isLead, option, evening, asked }
  if (isLead) return { ...shared, view, asker: 'U', isReaderAtTurn: view.turn === 'requester', mayAnswer: false }
  const isOpen = isOwnAnswerOpen(briefingRequest, viewer)
  return {
    ...shared,
    view: viewOfCoRequester(view, briefingRequest, viewer),
    asker: `De griffie van ${leadCouncil(briefingRequest).municipalityName}`,
    isReaderAtTurn: isOpen && view.turn === 'coRequesters',
    mayAnswer: mayTake('answerForCouncil', view.status),
  }
}

/** The council that leads chooses one of the proposed evenings. */
export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { reference } = briefingRequest
  return formAction(await args.request.formData(), chooseEveningForm, async (input) => {
    await chooseEvening(db, site, { ...input, reference, viewer }, now())
    return redirect(`/aanvraag/${reference}?gedaan=gekozen`)
  })
}

/** The evening that stands firm for a request, when a council of the viewer takes part in it, with the links for those councils. */
async function findStandingEvening({ db, site }: WebContext, briefingRequestId: string, councilIds: string[]) {
  const standing = await findStandingSession(db, briefingRequestId)
  const session = standing && (await findSessionOfCouncils(db, standing.id, councilIds))
  if (session === undefined || !(isAnnounced(session.status) || session.status === 'held')) return undefined
  const own = isAnnounced(session.status)
    ? session.councils.filter(({ councilId }) => councilIds.includes(councilId))
    : []
  return { session, links: memberLinks(site, own) }
}

/** An option is a council's turn until it has said yes or no. */
function optionTurn({ briefingSessionId, expiresAt, answer }: HeldOption) {
  return {
    href: `/griffie/sessies/${briefingSessionId}/optie`,
    deadline: `Optie vervalt op ${formatMoment(expiresAt)}.`,
    hasAnswered: answer === 'yes' || answer === 'no',
    nextStep: optionSteps[answer],
  }
}

const optionSteps: Record<HeldOption['answer'], string> = {
  none: nextStepWords.optioned,
  maybe: nextStepWords.optioned,
  yes: 'Uw raad gaat akkoord. De provincie publiceert de bijeenkomst en laat het u weten.',
  no: 'Uw raad gaat niet akkoord. De provincie zoekt een andere avond.',
}

export default function RequestStatusPage() {
  const { signedIn, view, isLead, option, evening, asked, ...turn } = usePageData<typeof loader>()
  const [form, fields] = useForm<{ choice: string; remark: string }>({
    id: 'voorstel-keuze',
    lastResult: useLastResult(),
  })
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Outcome words={outcomes} />
      {asked && (
        <Notice kind="warning" title={heldBackWords(asked.name, asked.mails)}>
          <p>
            Werkt het adres weer? <a href="/inloggen">Vraag een link om in te loggen</a>. Wie die opent, krijgt de mail
            alsnog. Is het adres een ander? Bel de provincie.
          </p>
        </Notice>
      )}
      <h1>{view.title}</h1>
      <p className="lead">
        <StatusBadge tone={statusTone[view.status]}>{view.statusText}</StatusBadge>{' '}
        <span className="one-line">{view.reference}</span>
        <WholeNumbers>{view.dosNumber ? `, dossier ${view.dosNumber}` : ', nog geen DOS-nummer'}</WholeNumbers>
      </p>
      <DossierLayout side={<RequestTurn view={view} option={option} {...turn} />}>
        {view.decline && (
          <Notice kind="warning" title="Waarom niet, en wat wel kan">
            <p>{view.decline.reason}</p>
            <p className="kept-lines">{view.decline.alternative}</p>
          </Notice>
        )}
        {view.openProposal && <ChooseEvening proposal={view.openProposal} form={form} fields={fields} />}
        {evening && <StandingEvening {...evening} />}
        <ProposalList proposals={view.proposals.filter(({ id }) => id !== view.openProposal?.id)} />
        <ClarificationList clarifications={view.clarifications} />
        <TakingPart councils={view.councils}>
          {isLead && view.unreachable.length > 0 && (
            <p>
              {capital(officesOf(view.unreachable))} kennen wij nog niet. Daar kreeg niemand bericht. Vraag hun om zich
              bij de provincie te melden, of ga verder zonder hun raad.
            </p>
          )}
        </TakingPart>
        <h2>{isLead ? 'Uw aanvraag' : 'De aanvraag'}</h2>
        <WishFacts facts={view.facts} />
      </DossierLayout>
    </RequesterLayout>
  )
}
