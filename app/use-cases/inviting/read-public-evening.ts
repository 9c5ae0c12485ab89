import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { findFeedEvening } from '#db/inviting/feed-evenings.ts'
import { feed as compose } from '#emails/inviting/feed.ts'

/** One evening to put in one's own calendar by hand. Without the link to the broadcast: that is for who registered. */
export async function readPublicEvening(
  db: Db,
  site: Site,
  { briefingSessionId, page }: { briefingSessionId: string; page: string },
): Promise<string> {
  const evening = await findFeedEvening(db, briefingSessionId)
  const shown = evening ? [{ ...evening, onlineUrl: undefined, url: page }] : []
  return compose('Briefings van de provincie', shown, site.mailDomain)
}
