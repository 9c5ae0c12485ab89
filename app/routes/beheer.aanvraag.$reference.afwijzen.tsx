import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RadioGroup } from '#app/components/form/radio-group.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { WhomToCall } from '#app/components/inviting/whom-to-call.tsx'
import { WithoutClerk } from '#app/components/inviting/without-clerk.tsx'
import { EndingPreview } from '#app/components/requesting/ending-preview.tsx'
import { StaffStepPage } from '#app/components/requesting/staff-step-page.tsx'
import { declineReasonCodes, declineReasons } from '#app/domain/requesting/decline-reasons.ts'
import { formAction } from '#app/form-action.server.ts'
import { declineForm } from '#app/forms/requesting/step-forms.ts'
import { previewEnding } from '#app/pages/requesting/ending-preview.server.ts'
import { requireStaffRequest } from '#app/pages/requesting/staff-request.server.ts'
import { staffStep } from '#app/pages/requesting/staff-step.server.ts'
import { declineRequest, foreseeDeclining } from '#app/use-cases/requesting/decline-request.ts'
import { useLastResult } from '#app/web/last-result.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aanvraag ${data?.reference ?? ''} afwijzen - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { db, site, now } = args.context
  const step = await staffStep(args, 'decline')
  const { id: briefingRequestId, reference, version } = briefingRequest
  // Which mails leave does not depend on the words in them.
  const order = { reference, version, reason: 'tooSoon' as const, alternative: '-', staffId: viewer.personId }
  const preview = step.isPossible
    ? await previewEnding({ db }, briefingRequestId, () =>
        foreseeDeclining(db, site, { ...order, briefingRequestId }, now()),
      )
    : undefined
  return { ...step, preview }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { reference } = briefingRequest
  const { db, site, now } = args.context
  return formAction(await args.request.formData(), declineForm, async ({ version, reason, alternative }) => {
    await declineRequest(db, site, { reference, version, reason, alternative, staffId: viewer.personId }, now())
    return redirect(`/beheer/aanvraag/${reference}?gedaan=afgewezen`)
  })
}

export default function DeclinePage() {
  const step = useLoaderData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ reason: string; alternative: string }>({ id: 'afwijzen', lastResult })
  return (
    <StaffStepPage step={step} form={form} title={`Aanvraag ${step.reference} afwijzen`}>
      <p>De griffie leest de reden en het alternatief. De aanvraag is daarna afgesloten.</p>
      <PostForm className="form stack">
        <input type="hidden" name="version" value={step.version} />
        <RadioGroup
          field={fields.reason}
          legend="Waarom kan het niet?"
          choices={declineReasonCodes.map((value) => ({ value, text: declineReasons[value] }))}
        />
        <TextAreaField
          field={fields.alternative}
          label="Wat kan wel?"
          hint="Bijvoorbeeld een andere maand, een andere vorm of een bijeenkomst in de buurt."
        />
        {step.preview?.refused && <p>{step.preview.refused}</p>}
        {step.preview && (
          <>
            <EndingPreview preview={step.preview} />
            <WithoutClerk municipalities={step.preview.withoutClerk} />
            <WhomToCall names={step.preview.toCall} />
          </>
        )}
        <SubmitButton danger>Aanvraag afwijzen</SubmitButton>
      </PostForm>
    </StaffStepPage>
  )
}
