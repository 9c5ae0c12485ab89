import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { RequestingCouncil, RequestToAnnounce } from '#app/domain/requesting/briefing-request.ts'
import type { Site } from '#app/domain/site.ts'
import { type Post, postMessages } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { listCouncilClerks } from '#db/scheduling/council-clerks.ts'
import type { MailContent } from '#emails/message.ts'

type ToClerks = {
  briefingRequest: Pick<RequestToAnnounce, 'id'>
  councils: readonly RequestingCouncil[]
  write: (clerk: { name: string; municipalityName: string }) => MailContent
}

/**
 * Posts a mail about a request to everybody of the offices of these councils, each one of her own. Where mail came back it is withheld, and staff see why.
 * Posting it twice posts it once per person.
 */
export async function postToClerks(
  trx: Trx,
  site: Site,
  { briefingRequest, councils, write }: ToClerks,
  now: Temporal.Instant,
): Promise<void> {
  const { id: briefingRequestId } = briefingRequest
  const councilIds = councils.map(({ councilId }) => councilId)
  const posts: Post[] = []
  for (const clerk of await listCouncilClerks(trx, councilIds, dateInAmsterdam(now))) {
    const { personId, councilId } = clerk
    const council = councils.find((each) => each.councilId === councilId)
    if (council === undefined) continue
    const content = write({ name: clerk.name, municipalityName: council.municipalityName })
    posts.push({
      content,
      to: { name: clerk.name, address: clerk.address },
      dedupeKey: `${content.kind}:${briefingRequestId}:${councilId}:${personId}`,
      lane: `person:${personId}`,
      personId,
      briefingRequestId,
    })
  }
  await postMessages(trx, site, posts, now)
}
