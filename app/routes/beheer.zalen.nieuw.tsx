import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { VenueForm } from '#app/components/scheduling/venue-form.tsx'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { formAction } from '#app/form-action.server.ts'
import { type VenueEntries, venueForm } from '#app/forms/scheduling/venue-form.ts'
import { addVenue } from '#app/use-cases/scheduling/add-venue.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listMunicipalities } from '#db/catalogue/places.ts'

export const meta: MetaFunction = () => [{ title: 'Zaal toevoegen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const { db, now } = args.context
  return { viewer, municipalities: await listMunicipalities(db, dateInAmsterdam(now())) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId } = await requireStaff(args)
  return formAction(await args.request.formData(), venueForm, async ({ version: _, mailbox, ...facts }) => {
    await addVenue(
      db,
      {
        facts: { ...facts, municipalityId: facts.municipalityId, capacity: facts.capacity },
        mailbox,
        staffId: personId,
      },
      now(),
    )
    return redirect('/beheer/zalen?gedaan=opgeslagen')
  })
}

export default function NewVenuePage() {
  const { viewer, municipalities } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<VenueEntries>({
    id: 'venue',
    lastResult,
    defaultValue: { active: 'on' },
  })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/zalen', text: 'Zalen' }]} />
      <h1>Zaal toevoegen</h1>
      <VenueForm
        form={form}
        fields={fields}
        municipalities={municipalities.map(({ id, name }) => ({ value: id, text: name }))}
        back="/beheer/zalen"
      />
    </StaffLayout>
  )
}
