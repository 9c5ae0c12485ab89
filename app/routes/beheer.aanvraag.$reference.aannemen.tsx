import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ContactMailPreview } from '#app/components/requesting/contact-mail-preview.tsx'
import { StaffStepPage } from '#app/components/requesting/staff-step-page.tsx'
import { formAction, orSentence } from '#app/form-action.server.ts'
import { stepForm } from '#app/forms/requesting/step-forms.ts'
import { requireStaffRequest } from '#app/pages/requesting/staff-request.server.ts'
import { staffStep } from '#app/pages/requesting/staff-step.server.ts'
import { acceptRequest, foreseeAccepting } from '#app/use-cases/requesting/accept-request.ts'
import { useLastResult } from '#app/web/last-result.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aanvraag ${data?.reference ?? ''} aannemen - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { db, site, now } = args.context
  const step = await staffStep(args, 'accept')
  const { reference, version } = briefingRequest
  const order = { reference, version, staffId: viewer.personId }
  const foreseen = step.isPossible ? await orSentence(() => foreseeAccepting(db, site, order, now())) : undefined
  return { ...step, foreseen }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { reference } = briefingRequest
  const { db, site, now } = args.context
  return formAction(await args.request.formData(), stepForm, async ({ version }) => {
    await acceptRequest(db, site, { reference, version, staffId: viewer.personId }, now())
    return redirect(`/beheer/aanvraag/${reference}?gedaan=aangenomen`)
  })
}

export default function AcceptPage() {
  const step = useLoaderData<typeof loader>()
  const [form] = useForm({ id: 'aannemen', lastResult: useLastResult() })
  return (
    <StaffStepPage step={step} form={form} title={`Aanvraag ${step.reference} aannemen`}>
      <p>
        U belooft hiermee dat de provincie de briefing geeft. De aanvraag gaat naar “in behandeling” en u kunt er een
        bijeenkomst van maken.
      </p>
      {step.foreseen && 'refused' in step.foreseen && <p>{step.foreseen.refused}</p>}
      {step.foreseen && 'answer' in step.foreseen && (
        <ContactMailPreview mails={step.foreseen.answer} contactName={step.contactName} />
      )}
      <PostForm>
        <input type="hidden" name="version" value={step.version} />
        <SubmitButton>Aanvraag aannemen</SubmitButton>
      </PostForm>
    </StaffStepPage>
  )
}
