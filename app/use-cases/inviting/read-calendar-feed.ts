import type { CalendarFeed } from '#app/domain/inviting/calendar-feed.ts'
import { feedName } from '#app/domain/inviting/calendar-feed.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { type FeedEvening, listFeedEvenings } from '#db/inviting/feed-evenings.ts'
import { feed as compose } from '#emails/inviting/feed.ts'

/** The bytes of a subscribed calendar; the same as long as nothing in it changed. */
export async function readCalendarFeed(db: Db, site: Site, feed: CalendarFeed, now: Temporal.Instant): Promise<string> {
  const evenings = await listFeedEvenings(db, feed.subject, now)
  const written = evenings.map((evening) => ({ ...evening, url: pageOf(site, feed, evening) }))
  return compose(feedName(feed), written, site.mailDomain)
}

/** Pages that ask who one is. A personal link opens by itself and stays out of what other people's servers fetch. */
function pageOf({ baseUrl }: Site, { subject }: CalendarFeed, { id }: FeedEvening): string | undefined {
  if (subject.kind === 'council') return `${baseUrl}/griffie/sessies/${id}/reacties`
  return subject.kind === 'region' ? `${baseUrl}/beheer/sessies/${id}` : undefined
}
