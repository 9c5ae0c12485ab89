import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { CoRequestForm } from '#app/components/requesting/co-request-form.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { TakingPart } from '#app/components/requesting/taking-part.tsx'
import { WishFacts } from '#app/components/requesting/wish-facts.tsx'
import { formatDate } from '#app/domain/calendar-text.ts'
import { leadCouncil } from '#app/domain/requesting/briefing-request.ts'
import { mayTake } from '#app/domain/requesting/status.ts'
import { contactFunctionWords } from '#app/domain/requesting/wish-words.ts'
import { formAction } from '#app/form-action.server.ts'
import { coRequestForm } from '#app/forms/requesting/step-forms.ts'
import { viewOfCoRequester } from '#app/pages/requesting/co-request-view.server.ts'
import { requireCoRequest } from '#app/pages/requesting/own-request.server.ts'
import { viewRequest } from '#app/pages/requesting/request-view.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { answerForCouncil } from '#app/use-cases/requesting/answer-for-council.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { findStandingSession } from '#db/scheduling/session-requests.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Doet uw raad mee met aanvraag ${data?.view.reference ?? ''}? - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest, own } = await requireCoRequest(args)
  const { contact, status, coRequestersUntil, unknownMailDomain } = briefingRequest
  const isPlanned = (await findStandingSession(args.context.db, briefingRequest.id)) !== undefined
  return {
    signedIn: signedInRequester(viewer),
    view: viewOfCoRequester(await viewRequest(args.context, briefingRequest), briefingRequest, viewer),
    askedBy: leadCouncil(briefingRequest).municipalityName,
    asker: `${contact.name}, ${contactFunctionWords[contact.function].toLowerCase()}`,
    unknownMailDomain,
    mayAnswer: mayTake('answerForCouncil', status) && !isPlanned,
    until: status === 'awaitingCoRequesters' && coRequestersUntil ? formatDate(coRequestersUntil) : undefined,
    own: own.map(({ councilId, municipalityName, state, remark }) => ({ councilId, municipalityName, state, remark })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const { viewer, briefingRequest } = await requireCoRequest(args)
  const { reference } = briefingRequest
  const formData = await request.formData()
  const answered = await formAction(formData, coRequestForm, async (input) => {
    await answerForCouncil(context.db, context.site, { ...input, reference, viewer }, context.now())
    return redirect(`/aanvraag/${reference}?gedaan=${input.answer === 'joined' ? 'meegedaan' : 'nietmee'}`)
  })
  return answered
}

export default function JoinPage() {
  const { signedIn, view, askedBy, asker, unknownMailDomain, mayAnswer, until, own } = useLoaderData<typeof loader>()
  const lastResult = useLastResult()
  const sent = lastResult?.initialValue?.councilId
  const [form] = useForm({ id: `meedoen-${sent ?? own[0]?.councilId}`, lastResult })
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <h1>{own.length === 1 ? `Doet de raad van ${own[0]?.municipalityName} mee?` : 'Doen uw raden mee?'}</h1>
      <p className="lead">
        De griffie van {askedBy} vraagt de provincie om een briefing, graag samen met uw raad. Wie vraagt: {asker}.
      </p>
      {unknownMailDomain && (
        <Notice kind="warning">
          <p>
            De aanvraag kwam van een e-mailadres dat wij niet kennen van de griffie van {askedBy}. Twijfelt u? Vraag het
            eerst bij hen na.
          </p>
        </Notice>
      )}
      {mayAnswer ? (
        <>
          <h2>Wat verandert er voor u?</h2>
          <ul>
            <li>
              Doet uw raad mee, dan hoort hij bij de bijeenkomst. U krijgt bericht zodra die vaststaat, met een link
              voor uw raadsleden.
            </li>
            <li>Doet uw raad niet mee, dan gaat de aanvraag door zonder uw raad.</li>
            <li>{until ? `U antwoordt tot en met ${until}. ` : ''}Zonder antwoord doet uw raad niet mee.</li>
            <li>U mag van gedachten veranderen tot er een bijeenkomst gepland is.</li>
          </ul>
          <p>De griffie van {askedBy} en de provincie krijgen uw antwoord te zien, en wat u erbij schrijft.</p>
          {own.map((council) => (
            <CoRequestForm
              key={council.councilId}
              council={council}
              named={own.length > 1}
              lastResult={sent === council.councilId ? lastResult : undefined}
            />
          ))}
        </>
      ) : (
        <Notice kind="info">
          <p>
            Antwoorden kan hier niet meer: de aanvraag staat op “{view.statusText}”. Wilt u iets veranderen voor uw
            raad? Neem contact op met de provincie.
          </p>
        </Notice>
      )}
      <TakingPart councils={view.councils} />
      <h2>Wat wordt er gevraagd?</h2>
      <WishFacts facts={view.facts} />
      <p>
        <a href={`/aanvraag/${view.reference}`}>Bekijk hoe het met de aanvraag staat</a>
      </p>
    </RequesterLayout>
  )
}
