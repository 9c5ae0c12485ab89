import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { openClarification } from '#app/domain/requesting/briefing-request.ts'
import { formAction } from '#app/form-action.server.ts'
import { answerForm } from '#app/forms/requesting/step-forms.ts'
import { requireOwnRequest } from '#app/pages/requesting/own-request.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { answerClarification } from '#app/use-cases/requesting/answer-clarification.ts'
import { useLastResult } from '#app/web/last-result.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.question ? 'Vraag' : 'Geen open vraag'} over aanvraag ${data?.reference ?? ''} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { reference, version } = briefingRequest
  return {
    signedIn: signedInRequester(viewer),
    reference,
    version,
    question: openClarification(briefingRequest)?.question,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { reference } = briefingRequest
  return formAction(await request.formData(), answerForm, async ({ version, answer }) => {
    await answerClarification(context.db, context.site, { reference, version, answer, viewer }, context.now())
    return redirect(`/aanvraag/${reference}?gedaan=beantwoord`)
  })
}

export default function AnswerPage() {
  const { signedIn, reference, version, question } = useLoaderData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ answer: string }>({ id: 'antwoord', lastResult })
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <h1>
        {question ? 'Vraag' : 'Geen open vraag'} over aanvraag <span className="one-line">{reference}</span>
      </h1>
      {question ? (
        <PostForm className="form stack">
          <p>De provincie wil weten:</p>
          <blockquote className="kept-lines">{question}</blockquote>
          <input type="hidden" name="version" value={version} />
          <TextAreaField field={fields.answer} label="Uw antwoord" />
          <div className="actions">
            <SubmitButton>Antwoord versturen</SubmitButton>
            <ButtonLink kind="subtle" href={`/aanvraag/${reference}`}>
              Terug naar de aanvraag
            </ButtonLink>
          </div>
        </PostForm>
      ) : (
        <>
          <p className="lead">U hoeft nu niets te beantwoorden.</p>
          <ButtonLink href={`/aanvraag/${reference}`}>Bekijk uw aanvraag</ButtonLink>
        </>
      )}
    </RequesterLayout>
  )
}
