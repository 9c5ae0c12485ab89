import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button-link.tsx'
import { DossierLayout } from '#app/components/dossier-layout.tsx'
import { Notice } from '#app/components/notice.tsx'
import { ClarificationList } from '#app/components/requesting/clarification-list.tsx'
import { RequestTimeline } from '#app/components/requesting/request-timeline.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { statusTone } from '#app/components/requesting/status-tone.ts'
import { WishFacts } from '#app/components/requesting/wish-facts.tsx'
import { StatusBadge } from '#app/components/status-badge.tsx'
import { WhoseTurn } from '#app/components/whose-turn.tsx'
import { requireOwnRequest } from '#app/own-request.server.ts'
import { viewRequest } from '#app/request-view.server.ts'
import { signedInRequester } from '#app/signed-in-requester.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aanvraag ${data?.view.reference ?? ''} - Raadsbriefing` },
]

const outcomes = {
  bevestigd: 'Uw aanvraag is bevestigd. De provincie gaat ermee aan de slag.',
  beantwoord: 'Uw antwoord is verstuurd. De provincie is weer aan zet.',
  ingetrokken: 'Uw aanvraag is ingetrokken. U krijgt er een mail over.',
} as const

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { searchParams } = new URL(args.request.url)
  const outcome = Object.entries(outcomes).find(([name]) => searchParams.has(name))?.[1]
  return { signedIn: signedInRequester(viewer), view: await viewRequest(args.context, briefingRequest), outcome }
}

const turnWords = { requester: 'U', province: 'De provincie', coRequesters: 'De andere griffies', nobody: 'Niemand' }

export default function RequestStatusPage() {
  const { signedIn, view, outcome } = useLoaderData<typeof loader>()
  const here = `/aanvraag/${view.reference}`
  const side = (
    <>
      <WhoseTurn
        who={turnWords[view.turn]}
        isReader={view.turn === 'requester'}
        deadline={view.deadline}
        action={view.may.answer && <ButtonLink href={`${here}/antwoord`}>Vraag beantwoorden</ButtonLink>}
      >
        {view.nextStep}
      </WhoseTurn>
      <RequestTimeline events={view.events} />
      {view.may.withdraw && (
        <p>
          <a href={`${here}/intrekken`}>Aanvraag intrekken</a>
        </p>
      )}
    </>
  )
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      {outcome && (
        <Notice kind="success" role="status">
          <p>{outcome}</p>
        </Notice>
      )}
      <h1>{view.title}</h1>
      <p className="lead">
        <StatusBadge tone={statusTone[view.status]}>{view.statusText}</StatusBadge> {view.reference}
        {view.dosNumber ? `, dossier ${view.dosNumber}` : ', nog geen DOS-nummer'}
      </p>
      <DossierLayout side={side}>
        {view.decline && (
          <Notice kind="warning" title="Waarom niet, en wat wel kan">
            <p>{view.decline.reason}</p>
            <p className="kept-lines">{view.decline.alternative}</p>
          </Notice>
        )}
        <ClarificationList clarifications={view.clarifications} />
        <h2>Uw aanvraag</h2>
        <WishFacts facts={view.facts} />
      </DossierLayout>
    </RequesterLayout>
  )
}
