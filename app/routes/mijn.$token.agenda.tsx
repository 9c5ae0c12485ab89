import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { PostForm } from '#app/components/form/post-form.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { CalendarFeed } from '#app/components/inviting/calendar-feed.tsx'
import { CalendarFeedHelp } from '#app/components/inviting/calendar-feed-help.tsx'
import { CalendarFeedOutcome } from '#app/components/inviting/calendar-feed-outcome.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { formAction } from '#app/form-action.server.ts'
import { calendarFeedForm } from '#app/forms/inviting/calendar-feed-form.ts'
import { requirePerson } from '#app/pages/access/personal-link.server.ts'
import { doneWith, shownFeed } from '#app/pages/inviting/calendar-answer.server.ts'
import { openCalendarFeed } from '#app/use-cases/inviting/open-calendar-feed.ts'
import { replaceCalendarFeed } from '#app/use-cases/inviting/replace-calendar-feed.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listFeeds } from '#db/inviting/calendar-feeds.ts'

export const meta: MetaFunction = () => [
  { title: 'In uw agenda - Raadsbriefing' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const { personId, token } = await requirePerson(args)
  const own = (await listFeeds(db, { personId }, now())).find(({ subject }) => subject.kind === 'person')
  return { token, feed: own && shownFeed(site, own) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId, token } = await requirePerson(args)
  const page = `/mijn/${token}/agenda`
  const actor = { kind: 'councillor', personId } as const
  return formAction(await args.request.formData(), calendarFeedForm, async (order) => {
    if (order.intent === 'open') {
      await openCalendarFeed(db, { subject: { kind: 'person', personId }, actor }, now())
      return redirect(`${page}?gedaan=gemaakt`)
    }
    const { feedId, version, intent } = order
    const by = intent === 'end' ? 'nothing' : 'newAddress'
    const isReplaced = await replaceCalendarFeed(db, { feedId, version, by, holder: { personId }, actor }, now())
    return redirect(`${page}?gedaan=${doneWith(intent, isReplaced)}`)
  })
}

export default function OwnCalendarPage() {
  const { token, feed } = usePageData<typeof loader>()
  return (
    <PageLayout>
      <CalendarFeedOutcome />
      <Breadcrumbs crumbs={[{ href: `/mijn/${token}`, text: 'Uw bijeenkomsten' }]} />
      <h1>In uw agenda</h1>
      <p className="lead">
        Zet uw bijeenkomsten als eigen agenda naast uw andere agenda’s. U ziet daar de bijeenkomsten waarvoor u een
        plaats hebt.
      </p>
      {feed ? (
        <CalendarFeed feed={feed} />
      ) : (
        <PostForm className="stack">
          <input type="hidden" name="intent" value="open" />
          <p>U hebt nog geen agenda-adres. Staat de uitnodiging al in uw agenda? Dan hebt u dit niet nodig.</p>
          <SubmitButton>Agenda-adres maken</SubmitButton>
        </PostForm>
      )}
      <CalendarFeedHelp />
      <p>Antwoorden doet u met de knoppen in de uitnodiging, of op de pagina van de bijeenkomst.</p>
    </PageLayout>
  )
}
