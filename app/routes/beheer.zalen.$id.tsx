import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { VenuePage } from '#app/components/scheduling/venue-page.tsx'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { formAction } from '#app/form-action.server.ts'
import { venueForm } from '#app/forms/scheduling/venue-form.ts'
import { changeVenue } from '#app/use-cases/scheduling/change-venue.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listMunicipalities } from '#db/catalogue/places.ts'
import { findVenue, findVenueMailbox } from '#db/scheduling/venues.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.venue.name ?? 'Zaal'} wijzigen - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const viewer = await requireStaff(args)
  const venue = await findVenue(db, args.params.id ?? '')
  if (venue === undefined) throw new Response(null, { status: 404 })
  return {
    viewer,
    venue: { ...venue, ...(await findVenueMailbox(db, venue.id)) },
    municipalities: await listMunicipalities(db, dateInAmsterdam(now())),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId } = await requireStaff(args)
  const id = args.params.id ?? ''
  return formAction(await args.request.formData(), venueForm, async ({ version = 0, mailbox, ...facts }) => {
    await changeVenue(db, { id, version, facts, mailbox, staffId: personId }, now())
    return redirect('/beheer/zalen?gedaan=opgeslagen')
  })
}

export default function ChangeVenuePage() {
  const { viewer, ...page } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <VenuePage {...page} lastResult={useLastResult()} />
    </StaffLayout>
  )
}
