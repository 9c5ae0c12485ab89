import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { MailPreview } from '#app/components/mail-preview.tsx'
import { PostForm } from '#app/components/post-form.tsx'
import { RefusalBanner } from '#app/components/refusal-banner.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { SubmitButton } from '#app/components/submit-button.tsx'
import { TextAreaField } from '#app/components/text-area-field.tsx'
import { mayTake, statusWords } from '#app/domain/requesting/status.ts'
import { formAction } from '#app/form-action.server.ts'
import { withdrawForm } from '#app/forms/requesting/step-forms.ts'
import { requireOwnRequest } from '#app/own-request.server.ts'
import { signedInRequester } from '#app/signed-in-requester.server.ts'
import { withdrawRequest } from '#app/use-cases/requesting/withdraw-request.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aanvraag ${data?.reference ?? ''} intrekken - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { reference, version, status, contact } = briefingRequest
  return {
    signedIn: signedInRequester(viewer),
    reference,
    version,
    mayWithdraw: mayTake('withdraw', status),
    statusText: statusWords[status],
    contactName: contact.name,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { reference } = briefingRequest
  return formAction(await request.formData(), withdrawForm, async ({ version, reason }) => {
    await withdrawRequest(context.db, context.site, { reference, version, reason, viewer }, context.now())
    return redirect(`/aanvraag/${reference}?ingetrokken=ja`)
  })
}

export default function WithdrawPage() {
  const { signedIn, reference, version, mayWithdraw, statusText, contactName } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.lastResult
  const [form, fields] = useForm<{ reason: string }>({ id: 'intrekken', lastResult })
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <h1>Aanvraag {reference} intrekken</h1>
      {mayWithdraw ? (
        <>
          <p className="lead">Dit gebeurt er als u de aanvraag intrekt:</p>
          <ul>
            <li>De provincie doet niets meer met deze aanvraag. Er wordt geen avond gepland.</li>
            <li>Raadsleden krijgen niets: er is nog niemand uitgenodigd.</li>
            <li>Intrekken kunt u niet terugdraaien. U kunt wel altijd een nieuwe aanvraag doen.</li>
          </ul>
          <MailPreview mails={[{ key: 'withdrawn', mail: 'Ingetrokken: uw aanvraag', to: contactName, count: 1 }]} />
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
            Intrekken kan hier nu niet: de aanvraag staat op “{statusText}”. Staat er al een avond gepland? Neem dan
            contact op met uw contactpersoon bij de provincie. Die ziet wie er bericht moet krijgen.
          </p>
          <ButtonLink href={`/aanvraag/${reference}`}>Bekijk uw aanvraag</ButtonLink>
        </>
      )}
    </RequesterLayout>
  )
}
