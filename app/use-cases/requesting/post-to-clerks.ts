import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { BriefingRequest, RequestingCouncil } from '#app/domain/requesting/briefing-request.ts'
import type { Site } from '#app/domain/site.ts'
import { postMessage } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { recordWithheldMail } from '#db/inviting/outbox.ts'
import { findCouncilClerks } from '#db/scheduling/council-clerks.ts'
import type { MailContent } from '#emails/message.ts'

type ToClerks = {
  briefingRequest: BriefingRequest
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
  for (const clerk of await findCouncilClerks(trx, councilIds, dateInAmsterdam(now))) {
    const { personId, councilId } = clerk
    const council = councils.find((each) => each.councilId === councilId)
    if (council === undefined) continue
    const content = write({ name: clerk.name, municipalityName: council.municipalityName })
    if (clerk.isSuspended) {
      await recordWithheldMail(
        trx,
        { kind: content.kind, reason: 'addressSuspended', briefingRequestId, personId },
        now,
      )
      continue
    }
    await postMessage(
      trx,
      site,
      {
        content,
        to: { name: clerk.name, address: clerk.address },
        dedupeKey: `${content.kind}:${briefingRequestId}:${councilId}:${personId}`,
        lane: `person:${personId}`,
        personId,
        briefingRequestId,
      },
      now,
    )
  }
}
