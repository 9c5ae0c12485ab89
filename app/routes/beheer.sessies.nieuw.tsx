import { randomUUID } from 'node:crypto'
import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { AllNeeded } from '#app/components/form/all-needed.tsx'
import { CheckboxGroup } from '#app/components/form/checkbox-group.tsx'
import { DefaultSubmit } from '#app/components/form/default-submit.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { AlreadyPlanned } from '#app/components/requesting/already-planned.tsx'
import { RequestsToPlan } from '#app/components/scheduling/requests-to-plan.tsx'
import { SessionFields } from '#app/components/scheduling/session-fields.tsx'
import { WishSummary } from '#app/components/scheduling/wish-summary.tsx'
import { chosenEvening } from '#app/domain/requesting/proposal.ts'
import { warningsFor } from '#app/domain/scheduling/closed-period.ts'
import { formAction } from '#app/form-action.server.ts'
import { speakerChoices, venueOptions } from '#app/forms/scheduling/session-choices.ts'
import { entriesForWish } from '#app/forms/scheduling/session-defaults.ts'
import { newSessionForm, type SessionEntries } from '#app/forms/scheduling/session-form.ts'
import { planningFor } from '#app/pages/scheduling/planning-for.server.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { findRequestToSchedule, listRequestsWithoutSession } from '#db/scheduling/requests-to-schedule.ts'
import { findStandingSession } from '#db/scheduling/session-requests.ts'
import { listSpeakers } from '#db/scheduling/speakers.ts'
import { listVenues } from '#db/scheduling/venues.ts'

export const meta: MetaFunction = () => [{ title: 'Bijeenkomst plannen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const viewer = await requireStaff(args)
  const reference = new URL(args.request.url).searchParams.get('aanvraag')
  if (reference === null) return { viewer, wish: undefined, waiting: await listRequestsWithoutSession(db, 50) }
  const wish = await findRequestToSchedule(db, reference)
  if (wish === undefined) throw new Response(null, { status: 404 })
  const asked = await findBriefingRequestByReference(db, reference)
  const rooms = await listVenues(db)
  const planning = await planningFor({ db, site, now }, wish)
  return {
    viewer,
    wish,
    standing: asked && (await findStandingSession(db, asked.id)),
    chosen: asked && chosenEvening(asked),
    id: randomUUID() as string,
    dates: wish.preferredDates.map((day) => ({
      day,
      warnings: warningsFor(day, planning).map(({ sentence }) => sentence),
    })),
    rooms,
    venues: venueOptions(rooms),
    speakers: speakerChoices(
      await listSpeakers(db),
      wish.topics.map(({ topicId }) => topicId),
    ),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { personId } = await requireStaff(args)
  const reference = new URL(args.request.url).searchParams.get('aanvraag') ?? ''
  return formAction(await args.request.formData(), newSessionForm, async (input) => {
    await planSession(db, site, { ...input, reference, staffId: personId }, now())
    return redirect(`/beheer/sessies/${input.id}?gedaan=gepland`)
  })
}

type NewSessionEntries = SessionEntries & { id: string; councilIds: string[] }

export default function NewSessionPage() {
  const loaded = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const joined = loaded.wish?.councils.filter(({ hasJoined }) => hasJoined).map(({ councilId }) => councilId)
  const [form, fields] = useForm<NewSessionEntries>({
    id: 'bijeenkomst',
    lastResult,
    defaultValue: loaded.wish && {
      ...entriesForWish({ ...loaded.wish, chosenEvening: loaded.chosen }, loaded.dates, loaded.rooms),
      id: loaded.id,
      councilIds: joined,
    },
  })
  return (
    <StaffLayout signedIn={{ name: loaded.viewer.name }} current="sessies">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/sessies', text: 'Bijeenkomsten' }]} />
      <h1>Bijeenkomst plannen</h1>
      {loaded.wish === undefined ? (
        <RequestsToPlan requests={loaded.waiting} />
      ) : loaded.standing ? (
        <AlreadyPlanned session={loaded.standing} />
      ) : (
        <>
          <WishSummary wish={loaded.wish} dates={loaded.dates} chosen={loaded.chosen} />
          <PostForm id={form.id} className="form">
            <DefaultSubmit />
            <AllNeeded />
            <input type="hidden" name={fields.id.name} value={fields.id.initialValue} />
            <CheckboxGroup
              field={fields.councilIds}
              legend="Welke raden doen mee?"
              choices={loaded.wish.councils.map(({ councilId, municipalityName, hasJoined }) => ({
                value: councilId,
                text: municipalityName,
                hint: hasJoined ? undefined : 'Heeft nog niet laten weten of de raad meedoet.',
              }))}
            />
            <SessionFields form={form} fields={fields} venues={loaded.venues} speakers={loaded.speakers} />
            <p>
              De bijeenkomst blijft een concept: er gaat nog geen mail uit. Een zaal en sprekers die u kiest, zijn
              meteen bezet.
            </p>
            <div className="actions">
              <SubmitButton>Concept opslaan</SubmitButton>
            </div>
          </PostForm>
        </>
      )}
    </StaffLayout>
  )
}
