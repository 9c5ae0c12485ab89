import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { DossierLayout } from '#app/components/page/dossier-layout.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { StatusBadge } from '#app/components/page/status-badge.tsx'
import { Timeline } from '#app/components/page/timeline.tsx'
import { WholeNumbers } from '#app/components/page/whole-numbers.tsx'
import { WhoseTurn } from '#app/components/page/whose-turn.tsx'
import { ClarificationList } from '#app/components/requesting/clarification-list.tsx'
import { ProposalList } from '#app/components/requesting/proposal-list.tsx'
import { RequestFlags } from '#app/components/requesting/request-flags.tsx'
import { StaffSteps } from '#app/components/requesting/staff-steps.tsx'
import { statusTone } from '#app/components/requesting/status-tone.ts'
import { TakingPart } from '#app/components/requesting/taking-part.tsx'
import { WishFacts } from '#app/components/requesting/wish-facts.tsx'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { formAction } from '#app/form-action.server.ts'
import { stepForm } from '#app/forms/requesting/step-forms.ts'
import { viewRequest } from '#app/pages/requesting/request-view.server.ts'
import { requireStaffRequest } from '#app/pages/requesting/staff-request.server.ts'
import { takeRequest } from '#app/use-cases/requesting/take-request.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { listSessionsOfRequest } from '#db/requesting/request-sessions.ts'
import { listUnreachedPeople, listWithheldKinds } from '#db/requesting/withheld-mails.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aanvraag ${data?.view.reference ?? ''} behandelen - Raadsbriefing` },
]

const outcomes = {
  aangenomen: 'U hebt de aanvraag aangenomen.',
  gevraagd: 'Uw vraag ligt bij de griffie.',
  voorgesteld: 'Uw voorstel ligt bij de griffie.',
  teruggenomen: 'U hebt het voorstel ingetrokken. De griffie leest dat op de pagina van de aanvraag.',
  afgewezen: 'De aanvraag is afgewezen.',
  nummer: 'Het DOS-nummer is ingevuld. Mails die daarop wachtten, zijn verstuurd.',
  opgepakt: 'U behandelt nu deze aanvraag.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const [view, sessions, withheld, unreached] = await Promise.all([
    viewRequest(args.context, briefingRequest),
    listSessionsOfRequest(args.context.db, briefingRequest.id),
    listWithheldKinds(args.context.db, briefingRequest.id),
    listUnreachedPeople(args.context.db, briefingRequest.id),
  ])
  return {
    signedIn: { name: viewer.name },
    view,
    sessions,
    withheld: withheld.length,
    unreached,
    isMine: briefingRequest.handledBy?.personId === viewer.personId,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { reference } = briefingRequest
  const { db, now } = args.context
  return formAction(await args.request.formData(), stepForm, async ({ version }) => {
    await takeRequest(db, { reference, version, staffId: viewer.personId }, now())
    return redirect(`/beheer/aanvraag/${reference}?gedaan=opgepakt`)
  })
}

const turnWords = { requester: 'De griffie', province: 'Wij', coRequesters: 'De andere griffies', nobody: 'Niemand' }

export default function StaffRequestPage() {
  const { signedIn, view, sessions, withheld, unreached, isMine } = useLoaderData<typeof loader>()
  const [form] = useForm({ id: 'oppakken', lastResult: useLastResult() })
  const side = (
    <>
      <WhoseTurn
        who={turnWords[view.turn]}
        isReader={view.turn === 'province'}
        deadline={view.status === 'submitted' && `Beloofd: een reactie uiterlijk ${view.answerBy}.`}
      >
        {view.handledBy ? `Behandelaar: ${view.handledBy.name}.` : 'Nog niemand behandelt deze aanvraag.'} Wacht sinds{' '}
        {view.waitingSince}.
      </WhoseTurn>
      <StaffSteps view={view} sessions={sessions} isMine={isMine} />
      <Timeline events={view.events} />
    </>
  )
  return (
    <StaffLayout signedIn={signedIn} current="wachtrij">
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/wachtrij', text: 'Wachtrij' }]} />
      <Outcome words={outcomes} />
      <h1>{view.title}</h1>
      <p className="lead">
        <StatusBadge tone={statusTone[view.status]}>{view.statusForStaff}</StatusBadge>{' '}
        <span className="one-line">{view.reference}</span>
        {view.dosNumber && <WholeNumbers>{`, dossier ${view.dosNumber}`}</WholeNumbers>}
      </p>
      <DossierLayout side={side}>
        <RequestFlags view={view} withheld={withheld} unreached={unreached} />
        <TakingPart councils={view.councils}>
          {view.unreachable.length > 0 && (
            <p>
              Van {joinNames(view.unreachable)} kennen wij geen griffie met een werkend e-mailadres. Benoem daar iemand
              bij Beheer, dan krijgt die de vraag alsnog zolang er gewacht wordt.
            </p>
          )}
          <p className="quiet">Bij het plannen kiest u welke raden bij de bijeenkomst horen.</p>
        </TakingPart>
        {view.decline && (
          <Notice title="Afgewezen">
            <p>{view.decline.reason}</p>
            <p className="kept-lines">{view.decline.alternative}</p>
          </Notice>
        )}
        <ProposalList proposals={view.proposals} />
        <ClarificationList clarifications={view.clarifications} />
        <h2>De aanvraag</h2>
        <WishFacts facts={view.facts} />
      </DossierLayout>
    </StaffLayout>
  )
}
