import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { EndingPreview } from '#app/components/requesting/ending-preview.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { mayTake, statusWords } from '#app/domain/requesting/status.ts'
import { formAction } from '#app/form-action.server.ts'
import { withdrawForm } from '#app/forms/requesting/step-forms.ts'
import { previewEnding } from '#app/pages/requesting/ending-preview.server.ts'
import { requireOwnRequest } from '#app/pages/requesting/own-request.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { foreseeWithdrawing, withdrawRequest } from '#app/use-cases/requesting/withdraw-request.ts'
import { useLastResult } from '#app/web/last-result.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aanvraag ${data?.reference ?? ''} intrekken - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { id, reference, version, status } = briefingRequest
  const { db, site, now } = args.context
  const order = { briefingRequestId: id, reference, version, reason: '', viewer }
  const mayWithdraw = mayTake('withdraw', status)
  return {
    signedIn: signedInRequester(viewer),
    reference,
    version,
    statusText: statusWords[status],
    preview: mayWithdraw
      ? await previewEnding({ db }, id, () => foreseeWithdrawing(db, site, order, now()))
      : undefined,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { reference } = briefingRequest
  return formAction(await request.formData(), withdrawForm, async ({ version, reason }) => {
    await withdrawRequest(context.db, context.site, { reference, version, reason, viewer }, context.now())
    return redirect(`/aanvraag/${reference}?gedaan=ingetrokken`)
  })
}

export default function WithdrawPage() {
  const { signedIn, reference, version, statusText, preview } = useLoaderData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ reason: string }>({ id: 'intrekken', lastResult })
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <h1>
        Aanvraag <span className="one-line">{reference}</span> intrekken
      </h1>
      {preview?.refused && (
        <Notice kind="warning">
          <p>{preview.refused}</p>
        </Notice>
      )}
      {preview && !preview.refused ? (
        <>
          <p className="lead">Dit gebeurt er als u de aanvraag intrekt:</p>
          <ul>
            <li>De provincie doet niets meer met deze aanvraag.</li>
            <li>
              {preview.evenings.length === 0
                ? 'Er is nog geen bijeenkomst. Raadsleden krijgen dus niets.'
                : 'Dit gebeurt er met de bijeenkomst die voor deze aanvraag gepland is:'}
            </li>
          </ul>
          <EndingPreview preview={preview} />
          <p>Intrekken kunt u niet terugdraaien. U kunt wel altijd een nieuwe aanvraag doen.</p>
          <PostForm className="form stack">
            <input type="hidden" name="version" value={version} />
            <TextAreaField field={fields.reason} label="Waarom trekt u de aanvraag in?" optional rows={3} />
            <div className="actions">
              <SubmitButton danger>Aanvraag intrekken</SubmitButton>
              <ButtonLink kind="secondary" href={`/aanvraag/${reference}`}>
                Aanvraag houden
              </ButtonLink>
            </div>
          </PostForm>
        </>
      ) : (
        <>
          <p className="lead">
            Intrekken kan hier nu niet: de aanvraag staat op “{statusText}”. Vragen? Neem contact op met de provincie.
          </p>
          <ButtonLink href={`/aanvraag/${reference}`}>Bekijk uw aanvraag</ButtonLink>
        </>
      )}
    </RequesterLayout>
  )
}
