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
  const municipalities = await listMunicipalities(db, dateInAmsterdam(now()))
  return {
    viewer,
    venue,
    mailbox: await findVenueMailbox(db, venue.id),
    municipalities,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId } = await requireStaff(args)
  const id = args.params.id ?? ''
  return formAction(await args.request.formData(), venueForm, async ({ version = 0, mailbox, ...facts }) => {
    const order = {
      id,
      version,
      facts: { ...facts, municipalityId: facts.municipalityId, capacity: facts.capacity },
      mailbox,
      staffId: personId,
    }
    await changeVenue(db, order, now())
    return redirect('/beheer/zalen?gedaan=opgeslagen')
  })
}

export default function VenuePage() {
  const { viewer, venue, mailbox, municipalities } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<VenueEntries>({
    id: 'venue',
    lastResult,
    defaultValue: {
      name: venue.name,
      address: venue.address,
      municipalityId: venue.municipalityId ?? '',
      mailbox: mailbox ?? '',
      capacity: venue.capacity?.toString() ?? '',
      accessFacts: venue.accessFacts,
      active: venue.active ? 'on' : '',
    },
  })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/zalen', text: 'Zalen' }]} />
      <h1>{venue.name}</h1>
      <VenueForm
        form={form}
        fields={fields}
        municipalities={municipalities.map(({ id, name }) => ({ value: id, text: name }))}
        version={venue.version}
        back="/beheer/zalen"
      />
    </StaffLayout>
  )
}
