import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarAnswer, requireFeed } from '#app/pages/inviting/calendar-answer.server.ts'
import { readCalendarFeed } from '#app/use-cases/inviting/read-calendar-feed.ts'

/** A calendar to subscribe to. Fetched by programs, often: no cookie, no page. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  return calendarAnswer(args.request, await readCalendarFeed(db, site, await requireFeed(args), now()))
}
