import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireUser } from '#app/auth.server.ts'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { CalendarFeedHelp } from '#app/components/inviting/calendar-feed-help.tsx'
import { CalendarFeedOutcome } from '#app/components/inviting/calendar-feed-outcome.tsx'
import { CouncilFeeds } from '#app/components/inviting/council-feeds.tsx'
import { RegionFeeds } from '#app/components/inviting/region-feeds.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { actorOf, councilIdsOf, isStaff } from '#app/domain/access/viewer.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { NotFound } from '#app/domain/refusal.ts'
import { formAction } from '#app/form-action.server.ts'
import { workFeedsForm } from '#app/forms/inviting/calendar-feed-form.ts'
import { doneWith, shownFeed } from '#app/pages/inviting/calendar-answer.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { openCalendarFeed } from '#app/use-cases/inviting/open-calendar-feed.ts'
import { replaceCalendarFeed } from '#app/use-cases/inviting/replace-calendar-feed.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listRegions } from '#db/catalogue/places.ts'
import { listFeeds } from '#db/inviting/calendar-feeds.ts'

export const meta: MetaFunction = () => [{ title: 'In uw agenda - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const viewer = await requireUser(args)
  const feeds = await listFeeds(db, { personId: viewer.personId }, now())
  const regions = isStaff(viewer) ? await listRegions(db, dateInAmsterdam(now())) : []
  return {
    signedIn: signedInRequester(viewer),
    councils: viewer.councils.map(({ councilId, councilName }) => {
      const feed = feeds.find(({ subject }) => subject.kind === 'council' && subject.councilId === councilId)
      return { councilId, councilName, feed: feed && shownFeed(site, feed) }
    }),
    regions: regions.map(({ id, name }) => {
      const feed = feeds.find(({ subject }) => subject.kind === 'region' && subject.regionId === id)
      return { id, name, feed: feed && shownFeed(site, feed) }
    }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const viewer = await requireUser(args)
  const { personId } = viewer
  const actor = actorOf(viewer)
  return formAction(await args.request.formData(), workFeedsForm, async (order) => {
    switch (order.intent) {
      case 'openCouncil': {
        const { councilId } = order
        if (!councilIdsOf(viewer).includes(councilId)) throw new NotFound('council')
        await openCalendarFeed(db, { subject: { kind: 'council', personId, councilId }, actor }, now())
        return redirect('/account/agenda?gedaan=gemaakt')
      }
      case 'openRegion': {
        const { regionId } = order
        const known = isStaff(viewer) ? await listRegions(db, dateInAmsterdam(now())) : []
        if (!known.some(({ id }) => id === regionId)) throw new NotFound('region')
        await openCalendarFeed(db, { subject: { kind: 'region', personId, regionId }, actor }, now())
        return redirect('/account/agenda?gedaan=gemaakt')
      }
      case 'renew':
      case 'end': {
        const { feedId, version, intent } = order
        const by = intent === 'end' ? 'nothing' : 'newAddress'
        const isReplaced = await replaceCalendarFeed(db, { feedId, version, by, holder: { personId }, actor }, now())
        return redirect(`/account/agenda?gedaan=${doneWith(intent, isReplaced)}`)
      }
    }
  })
}

export default function WorkCalendarsPage() {
  const { signedIn, councils, regions } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ regionId: string }>({ id: 'regio', lastResult })
  return (
    <PageLayout
      signedIn={signedIn}
      links={[
        ...(councils.length > 0 ? [{ href: '/griffie', text: 'Mijn raad' }] : []),
        { href: '/account', text: 'Mijn gegevens' },
      ]}
    >
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <CalendarFeedOutcome />
      <Breadcrumbs crumbs={[{ href: '/account', text: 'Mijn gegevens' }]} />
      <h1>In uw agenda</h1>
      <p className="lead">
        Zet de bijeenkomsten als eigen agenda naast uw andere agenda’s. Een bijeenkomst die nog niet vaststaat, heet
        daar “optie”.
      </p>
      {councils.length === 0 && regions.length === 0 && (
        <p>U hebt nog geen rol in het portaal. Zodra u die hebt, maakt u hier een agenda-adres.</p>
      )}
      <CouncilFeeds councils={councils} />
      {regions.length > 0 && <RegionFeeds regions={regions} field={fields.regionId} />}
      <CalendarFeedHelp />
    </PageLayout>
  )
}
