import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RadioGroup } from '#app/components/form/radio-group.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ConfirmedReply } from '#app/components/inviting/confirmed-reply.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { SessionTime } from '#app/components/scheduling/session-time.tsx'
import { hashToken } from '#app/domain/access/tokens.server.ts'
import { answerSentences, answerWords } from '#app/domain/inviting/answer.ts'
import { confirmOutcomeWords } from '#app/domain/inviting/confirmation.ts'
import { formAction } from '#app/form-action.server.ts'
import { confirmReplyForm } from '#app/forms/inviting/confirm-reply-form.ts'
import { confirmReply } from '#app/use-cases/inviting/confirm-reply.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { findRegistration } from '#db/attending/registrations.ts'
import { findConfirmation } from '#db/inviting/reply-confirmations.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'

export const meta: MetaFunction = () => [
  { title: 'Klopt dit antwoord? - Raadsbriefing' },
  { name: 'robots', content: 'noindex' },
]

async function requireQuestion({ params, context }: LoaderFunctionArgs) {
  const { db } = context
  const asked = await findConfirmation(db, hashToken(params.token ?? ''))
  const session = asked && (await findBriefingSession(db, asked.briefingSessionId))
  const registration = asked && (await findRegistration(db, asked.registrationId))
  if (!asked || !session || !registration) throw new Response(null, { status: 404 })
  return { asked, session, current: registration.answer }
}

/** Looking uses nothing up: mail scanners open every link. */
export async function loader(args: LoaderFunctionArgs) {
  const { asked, session, current } = await requireQuestion(args)
  const { title, start, end } = session
  const isExpired = Temporal.Instant.compare(asked.expiresAt, args.context.now()) <= 0
  const done = new URL(args.request.url).searchParams.get('gedaan')
  return { session: { title, start, end }, answer: asked.answer, outcome: asked.outcome, isExpired, current, done }
}

export async function action(args: ActionFunctionArgs) {
  await requireQuestion(args)
  const { db, site, now } = args.context
  const token = args.params.token ?? ''
  return formAction(await args.request.formData(), confirmReplyForm, async ({ isHers }) => {
    const { notApplied } = await confirmReply(db, site, { token, isHers }, now())
    return redirect(`/antwoord/${token}${notApplied ? `?gedaan=${confirmOutcomeWords[notApplied]}` : ''}`)
  })
}

export default function ConfirmReplyPage() {
  const { session, answer, outcome, isExpired, current, done } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ isHers: string }>({ id: 'bevestig', lastResult })
  return (
    <PageLayout>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <h1>Klopt dit antwoord?</h1>
      <p className="lead">
        {session.title}, <SessionTime start={session.start} end={session.end} />
      </p>
      {outcome !== undefined || isExpired ? (
        <ConfirmedReply outcome={outcome} answer={answer} done={done} />
      ) : (
        <>
          <p>
            Wij kregen een antwoord dat van u lijkt te komen: <strong>{answerSentences[answer]}</strong>. Nu staat bij
            ons: {answerWords[current]}.
          </p>
          <PostForm className="form stack">
            <RadioGroup
              field={fields.isHers}
              legend="Is dit uw antwoord?"
              choices={[
                { value: 'ja', text: 'Ja, dit is mijn antwoord' },
                { value: 'nee', text: 'Nee, dit is niet van mij', hint: 'Dan verandert er niets.' },
              ]}
            />
            <div className="actions">
              <SubmitButton>Keuze bewaren</SubmitButton>
            </div>
          </PostForm>
          <p className="quiet">Deze link werkt één keer.</p>
        </>
      )}
    </PageLayout>
  )
}
