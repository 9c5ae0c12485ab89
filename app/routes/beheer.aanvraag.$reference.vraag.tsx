import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { StaffStepPage } from '#app/components/requesting/staff-step-page.tsx'
import { formAction } from '#app/form-action.server.ts'
import { questionForm } from '#app/forms/requesting/step-forms.ts'
import { requireStaffRequest } from '#app/pages/requesting/staff-request.server.ts'
import { staffStep } from '#app/pages/requesting/staff-step.server.ts'
import { askClarification } from '#app/use-cases/requesting/ask-clarification.ts'
import { useLastResult } from '#app/web/last-result.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Vraag bij aanvraag ${data?.reference ?? ''} - Raadsbriefing` },
]

export const loader = (args: LoaderFunctionArgs) => staffStep(args, 'ask')

export async function action(args: ActionFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { reference } = briefingRequest
  const { db, site, now } = args.context
  return formAction(await args.request.formData(), questionForm, async ({ version, question }) => {
    await askClarification(db, site, { reference, version, question, staffId: viewer.personId }, now())
    return redirect(`/beheer/aanvraag/${reference}?gedaan=gevraagd`)
  })
}

export default function AskPage() {
  const step = useLoaderData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ question: string }>({ id: 'vraag', lastResult })
  return (
    <StaffStepPage step={step} form={form} title={`Vraag bij aanvraag ${step.reference}`}>
      <p>De griffie krijgt uw vraag per mail en antwoordt in het portaal. Tot dan is de griffie aan zet.</p>
      <PostForm className="form stack">
        <input type="hidden" name="version" value={step.version} />
        <TextAreaField field={fields.question} label={`Uw vraag aan ${step.contactName}`} />
        <SubmitButton>Vraag versturen</SubmitButton>
      </PostForm>
    </StaffStepPage>
  )
}
