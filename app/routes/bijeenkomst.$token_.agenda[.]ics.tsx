import type { LoaderFunctionArgs } from '@remix-run/node'
import { councilLink } from '#app/domain/scheduling/session-links.ts'
import { requireCouncilEvening } from '#app/pages/attending/council-link.server.ts'
import { calendarAnswer } from '#app/pages/inviting/calendar-answer.server.ts'
import { readPublicEvening } from '#app/use-cases/inviting/read-public-evening.ts'

/** One evening as a file, for who wants it in a calendar without registering. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, site } = args.context
  const { session, linkToken } = await requireCouncilEvening(args)
  const input = { briefingSessionId: session.id, page: councilLink(site, linkToken) }
  return calendarAnswer(args.request, await readPublicEvening(db, site, input), 'briefing.ics')
}
