import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { DateField } from '#app/components/form/date-field.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { roleText } from '#app/domain/access/role-text.ts'
import { formAction } from '#app/form-action.server.ts'
import { endRoleForm } from '#app/forms/access/role-forms.ts'
import { endRole } from '#app/use-cases/access/end-role.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { findRole } from '#db/access/roles.ts'

export const meta: MetaFunction = () => [{ title: 'Een rol beëindigen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args, 'administrator')
  const held = await findRole(args.context.db, args.params.id ?? '')
  if (!held) throw new Response(null, { status: 404 })
  return { viewer, held }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId } = await requireStaff(args, 'administrator')
  const roleId = args.params.id ?? ''
  return formAction(await args.request.formData(), endRoleForm, async ({ until }) => {
    await endRole(db, { roleId, until, administratorId: personId }, now())
    return redirect('/beheer/personen?gedaan=beeindigd')
  })
}

export default function EndRolePage() {
  const { viewer, held } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ until: string }>({ id: 'einde', lastResult })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/personen', text: 'Personen en rollen' }]} />
      <h1>Een rol beëindigen</h1>
      <p className="lead">
        {held.name}, {roleText[held.role]} {held.councilName ? `van de ${held.councilName}` : 'bij de provincie'}.
      </p>
      <p>
        Vanaf die dag ziet deze persoon de dossiers niet meer, behalve met een andere rol. Kiest u vandaag, dan wordt
        deze persoon meteen overal uitgelogd. De dossiers blijven bij de raad en er gaat geen mail uit.
      </p>
      <PostForm className="form stack">
        <DateField field={fields.until} label="Eerste dag zonder deze rol" />
        <SubmitButton danger>Rol beëindigen</SubmitButton>
      </PostForm>
    </StaffLayout>
  )
}
