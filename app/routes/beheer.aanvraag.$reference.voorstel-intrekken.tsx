import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { StaffStepPage } from '#app/components/requesting/staff-step-page.tsx'
import { formAction } from '#app/form-action.server.ts'
import { stepForm } from '#app/forms/requesting/step-forms.ts'
import { requireStaffRequest } from '#app/pages/requesting/staff-request.server.ts'
import { staffStep } from '#app/pages/requesting/staff-step.server.ts'
import { withdrawProposal } from '#app/use-cases/requesting/withdraw-proposal.ts'
import { useLastResult } from '#app/web/last-result.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Voorstel bij aanvraag ${data?.reference ?? ''} intrekken - Raadsbriefing` },
]

export const loader = (args: LoaderFunctionArgs) => staffStep(args, 'withdrawProposal')

export async function action(args: ActionFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { reference } = briefingRequest
  const { db, now } = args.context
  return formAction(await args.request.formData(), stepForm, async ({ version }) => {
    await withdrawProposal(db, { reference, version, staffId: viewer.personId }, now())
    return redirect(`/beheer/aanvraag/${reference}?gedaan=teruggenomen`)
  })
}

export default function WithdrawProposalPage() {
  const step = useLoaderData<typeof loader>()
  const [form] = useForm({ id: 'intrekken', lastResult: useLastResult() })
  return (
    <StaffStepPage
      step={step}
      form={form}
      title={`Voorstel bij aanvraag ${step.reference} intrekken`}
      sendsMail={false}
    >
      <p>
        De griffie kan dan niet meer kiezen en de aanvraag is weer “in behandeling”. Er gaat geen mail uit: de griffie
        leest op de pagina van de aanvraag dat u het voorstel introk.
      </p>
      <PostForm>
        <input type="hidden" name="version" value={step.version} />
        <SubmitButton danger>Trek het voorstel in</SubmitButton>
      </PostForm>
    </StaffStepPage>
  )
}
