import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DefaultSubmit } from '#app/components/form/default-submit.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { AlreadyPlanned } from '#app/components/requesting/already-planned.tsx'
import { ProposalFields } from '#app/components/requesting/proposal-fields.tsx'
import { ProposalPreview } from '#app/components/requesting/proposal-preview.tsx'
import { StaffStepPage } from '#app/components/requesting/staff-step-page.tsx'
import { formatDate } from '#app/domain/calendar-text.ts'
import { formAction } from '#app/form-action.server.ts'
import { type ProposalEntries, proposalForm } from '#app/forms/requesting/proposal-form.ts'
import { emptyProposal, previewProposal } from '#app/pages/requesting/proposal-preview.server.ts'
import { requireStaffRequest } from '#app/pages/requesting/staff-request.server.ts'
import { staffStep } from '#app/pages/requesting/staff-step.server.ts'
import { isSentBack, sentBack, typedEntries } from '#app/pages/scheduling/sent-back.server.ts'
import { proposeEvenings } from '#app/use-cases/requesting/propose-evenings.ts'
import { findStandingSession } from '#db/scheduling/session-requests.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Avonden voorstellen bij aanvraag ${data?.reference ?? ''} - Raadsbriefing` },
]

/** Both steps have one address: the title says which one this is. */
export const handle = { stepOf: (answer: object) => ('preview' in answer ? 'Controleer:' : undefined) }

export async function loader(args: LoaderFunctionArgs) {
  const step = await staffStep(args, 'propose')
  const { briefingRequest } = await requireStaffRequest(args)
  return {
    ...step,
    standing: await findStandingSession(args.context.db, briefingRequest.id),
    wished: briefingRequest.preferredDates.map(formatDate),
    empty: await emptyProposal(args.context, step.reference),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { reference } = briefingRequest
  const { db, site, now } = args.context
  const formData = await args.request.formData()
  const schema = proposalForm(now())
  if (isSentBack(formData)) return { lastResult: sentBack(formData, schema) }
  return formAction(formData, schema, async ({ version, step, evenings }) => {
    const order = { reference, version, evenings, staffId: viewer.personId }
    if (step === 'voorbeeld')
      return {
        lastResult: undefined,
        preview: await previewProposal(args.context, order),
        entries: typedEntries(formData),
      }
    await proposeEvenings(db, site, order, now())
    return redirect(`/beheer/aanvraag/${reference}?gedaan=voorgesteld`)
  })
}

export default function ProposePage() {
  const step = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<ProposalEntries>({
    id: 'voorstel',
    lastResult: answer?.lastResult,
    defaultValue: { first: step.empty, second: step.empty, third: step.empty },
  })
  const title = `avonden voorstellen bij aanvraag ${step.reference}`
  if (step.isPossible && step.standing)
    return (
      <StaffStepPage step={step} form={form} title={`A${title.slice(1)}`} sendsMail={false}>
        <AlreadyPlanned session={step.standing} />
      </StaffStepPage>
    )
  if (answer && 'preview' in answer)
    return (
      <StaffStepPage step={step} form={form} title={`Controleer: ${title}`}>
        <ProposalPreview preview={answer.preview} contactName={step.contactName} entries={answer.entries} />
      </StaffStepPage>
    )
  return (
    <StaffStepPage step={step} form={form} title={`A${title.slice(1)}`}>
      <p>
        Stel een tot drie avonden voor. De griffie kiest er een in het portaal. Tot dan is de griffie aan zet.
        {step.wished.length > 0 && ` De raad wilde liefst: ${step.wished.join(' of ')}.`}
      </p>
      <PostForm id={form.id} className="form">
        <DefaultSubmit name="step" value="voorbeeld" />
        <input type="hidden" name="version" value={step.version} />
        <ProposalFields fields={fields} />
        <SubmitButton name="step" value="voorbeeld">
          Bekijk wie bericht krijgt
        </SubmitButton>
      </PostForm>
    </StaffStepPage>
  )
}
