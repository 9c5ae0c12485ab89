import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormField } from '#app/components/form/form-field.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { StaffStepPage } from '#app/components/requesting/staff-step-page.tsx'
import { formAction } from '#app/form-action.server.ts'
import { dosNumberForm } from '#app/forms/requesting/step-forms.ts'
import { requireStaffRequest } from '#app/pages/requesting/staff-request.server.ts'
import { staffStep } from '#app/pages/requesting/staff-step.server.ts'
import { setDosNumber } from '#app/use-cases/requesting/set-dos-number.ts'
import { useLastResult } from '#app/web/last-result.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `DOS-nummer van aanvraag ${data?.reference ?? ''} - Raadsbriefing` },
]

export const loader = (args: LoaderFunctionArgs) => staffStep(args)

export async function action(args: ActionFunctionArgs) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { reference } = briefingRequest
  const { db, site, now } = args.context
  return formAction(await args.request.formData(), dosNumberForm, async ({ version, dosNumber }) => {
    await setDosNumber(db, site, { reference, version, dosNumber, staffId: viewer.personId }, now())
    return redirect(`/beheer/aanvraag/${reference}?gedaan=nummer`)
  })
}

export default function DosNumberPage() {
  const step = useLoaderData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ dosNumber: string }>({
    id: 'dos',
    lastResult,
    defaultValue: { dosNumber: step.dosNumber ?? '' },
  })
  return (
    <StaffStepPage step={step} form={form} sendsMail={false} title={`DOS-nummer van aanvraag ${step.reference}`}>
      <p>
        Het nummer komt in het onderwerp en de tekst van elke mail over deze aanvraag. Mails die erop wachten, gaan
        meteen uit.
      </p>
      <PostForm className="form stack">
        <input type="hidden" name="version" value={step.version} />
        <FormField
          field={fields.dosNumber}
          label="DOS-nummer"
          hint="Zoals het op de brief staat, bijvoorbeeld DOS-2026-0001081."
          width={20}
        />
        <SubmitButton>DOS-nummer opslaan</SubmitButton>
      </PostForm>
    </StaffStepPage>
  )
}
