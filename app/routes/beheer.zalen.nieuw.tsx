import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { VenuePage } from '#app/components/scheduling/venue-page.tsx'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { formAction } from '#app/form-action.server.ts'
import { venueForm } from '#app/forms/scheduling/venue-form.ts'
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
    await addVenue(db, { facts, mailbox, staffId: personId }, now())
    return redirect('/beheer/zalen?gedaan=opgeslagen')
  })
}

export default function NewVenuePage() {
  const { viewer, ...page } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <VenuePage {...page} lastResult={useLastResult()} />
    </StaffLayout>
  )
}
