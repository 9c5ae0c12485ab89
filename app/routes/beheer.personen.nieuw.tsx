import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { AllNeeded } from '#app/components/form/all-needed.tsx'
import { DateField } from '#app/components/form/date-field.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { FormField } from '#app/components/form/form-field.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { roleText } from '#app/domain/access/role-text.ts'
import { formAction } from '#app/form-action.server.ts'
import { appointForm } from '#app/forms/access/role-forms.ts'
import { appointPerson } from '#app/use-cases/access/appoint-person.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listCouncilChoices } from '#db/access/roles.ts'

export const meta: MetaFunction = () => [{ title: 'Iemand een rol geven - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const viewer = await requireStaff(args, 'administrator')
  return { viewer, councils: await listCouncilChoices(db, now()) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId } = await requireStaff(args, 'administrator')
  return formAction(await args.request.formData(), appointForm, async (entries) => {
    await appointPerson(db, { ...entries, administratorId: personId }, now())
    return redirect('/beheer/personen?gedaan=gegeven')
  })
}

const roles = Object.entries(roleText).map(([value, text]) => ({ value, text }))

export default function AppointPage() {
  const { viewer, councils } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<Record<'name' | 'address' | 'role' | 'councilId' | 'from', string>>({
    id: 'rol',
    lastResult,
  })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/personen', text: 'Personen en rollen' }]} />
      <h1>Iemand een rol geven</h1>
      <p>
        Benoemt u een griffier, dan eindigt die dag de rol van de griffier die de raad nu heeft. Er gaat geen mail uit:
        laat zelf weten dat inloggen kan.
      </p>
      <PostForm className="form stack">
        <AllNeeded />
        <FormField
          field={fields.name}
          label="Naam"
          hint="Kennen wij het e-mailadres al, dan blijft de naam staan die wij hebben."
          width={20}
          autoComplete="off"
        />
        <FormField field={fields.address} label="E-mailadres" type="email" width={20} autoComplete="off" />
        <SelectField field={fields.role} label="Rol" options={roles} prompt="Kies een rol" />
        <SelectField
          field={fields.councilId}
          label="Gemeente"
          hint="Alleen nodig voor een rol bij een griffie."
          optional
          options={councils.map((each) => ({ value: each.councilId, text: each.municipalityName }))}
          prompt="Geen: een rol bij de provincie"
        />
        <DateField field={fields.from} label="Vanaf" />
        <SubmitButton>Rol geven</SubmitButton>
      </PostForm>
    </StaffLayout>
  )
}
