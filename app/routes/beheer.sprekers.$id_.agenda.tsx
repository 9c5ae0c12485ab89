import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { CalendarFeed } from '#app/components/inviting/calendar-feed.tsx'
import { CalendarFeedHelp } from '#app/components/inviting/calendar-feed-help.tsx'
import { CalendarFeedOutcome } from '#app/components/inviting/calendar-feed-outcome.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { formAction } from '#app/form-action.server.ts'
import { calendarFeedForm } from '#app/forms/inviting/calendar-feed-form.ts'
import { doneWith, shownFeed } from '#app/pages/inviting/calendar-answer.server.ts'
import { openCalendarFeed } from '#app/use-cases/inviting/open-calendar-feed.ts'
import { replaceCalendarFeed } from '#app/use-cases/inviting/replace-calendar-feed.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listFeeds } from '#db/inviting/calendar-feeds.ts'
import { findSpeaker } from '#db/scheduling/speakers.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Agenda van ${data?.speaker.name ?? 'een spreker'} - Raadsbriefing` },
]

async function requireSpeaker(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const speaker = await findSpeaker(args.context.db, args.params.id ?? '')
  if (speaker === undefined) throw new Response(null, { status: 404 })
  return { viewer, speaker }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, speaker } = await requireSpeaker(args)
  const [feed] = await listFeeds(db, { speakerId: speaker.id }, now())
  return { viewer, speaker, feed: feed && shownFeed(site, feed) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { viewer, speaker } = await requireSpeaker(args)
  const page = `/beheer/sprekers/${speaker.id}/agenda`
  const actor = { kind: 'staff', personId: viewer.personId } as const
  return formAction(await args.request.formData(), calendarFeedForm, async (order) => {
    if (order.intent === 'open') {
      await openCalendarFeed(db, { subject: { kind: 'speaker', speakerId: speaker.id }, actor }, now())
      return redirect(`${page}?gedaan=gemaakt`)
    }
    const { feedId, version, intent } = order
    const by = intent === 'end' ? 'nothing' : 'newAddress'
    const isReplaced = await replaceCalendarFeed(
      db,
      { feedId, version, by, holder: { speakerId: speaker.id }, actor },
      now(),
    )
    return redirect(`${page}?gedaan=${doneWith(intent, isReplaced)}`)
  })
}

export default function SpeakerCalendarPage() {
  const { viewer, speaker, feed } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <CalendarFeedOutcome />
      <Breadcrumbs
        crumbs={[
          { href: '/beheer/sprekers', text: 'Sprekers' },
          { href: `/beheer/sprekers/${speaker.id}`, text: speaker.name },
        ]}
      />
      <h1>Agenda van {speaker.name}</h1>
      <p className="lead">
        Geef dit adres aan de spreker. De spreker ziet er de bijeenkomsten die vaststaan, en geen namen van deelnemers.
      </p>
      {feed && <CalendarFeed feed={feed} />}
      {!feed && speaker.active && (
        <PostForm className="stack">
          <input type="hidden" name="intent" value="open" />
          <p>Deze spreker heeft nog geen agenda-adres.</p>
          <SubmitButton>Agenda-adres maken</SubmitButton>
        </PostForm>
      )}
      {!feed && !speaker.active && <p>Deze spreker wordt niet meer gevraagd en heeft geen agenda-adres.</p>}
      <CalendarFeedHelp />
    </StaffLayout>
  )
}
