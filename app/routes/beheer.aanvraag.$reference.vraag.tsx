import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { ContactMailPreview } from '#app/components/requesting/contact-mail-preview.tsx'
import { StaffStepPage } from '#app/components/requesting/staff-step-page.tsx'
import { formAction, orSentence } from '#app/form-action.server.ts'
import { questionForm } from '#app/forms/requesting/step-forms.ts'
import { requireStaffRequest } from '#app/pages/requesting/staff-request.server.ts'
import { staffStep } from '#app/pages/requesting/staff-step.server.ts'
import { askClarification, foreseeAsking } from '#app/use-cases/requesting/ask-clarification.ts'
import { useLastResult } from '#app/web/last-result.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Vraag bij aanvraag ${data?.reference ?? ''} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { db, site, now } = args.context
  const step = await staffStep(args, 'ask')
  const { reference, version } = briefingRequest
  // Whether a mail leaves does not depend on the words in it.
  const order = { reference, version, question: '-', staffId: viewer.personId }
  const foreseen = step.isPossible ? await orSentence(() => foreseeAsking(db, site, order, now())) : undefined
  return { ...step, foreseen }
}

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
      <p>De griffie leest uw vraag in het portaal en antwoordt daar. Tot dan is de griffie aan zet.</p>
      {step.foreseen && 'refused' in step.foreseen && <p>{step.foreseen.refused}</p>}
      {step.foreseen && 'answer' in step.foreseen && (
        <ContactMailPreview mails={step.foreseen.answer} contactName={step.contactName} />
      )}
      <PostForm className="form stack">
        <input type="hidden" name="version" value={step.version} />
        <TextAreaField field={fields.question} label={`Uw vraag aan ${step.contactName}`} />
        <SubmitButton>Vraag versturen</SubmitButton>
      </PostForm>
    </StaffStepPage>
  )
}
