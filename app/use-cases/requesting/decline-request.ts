import { type DeclineReason, declineReasons } from '#app/domain/requesting/decline-reasons.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { requestDeclined } from '#emails/requesting/request-declined.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockAtVersion, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'

/**
 * The province says no, with a reason it can count by and an alternative the council can use.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function declineRequest(
  db: Db,
  site: Site,
  input: RequestAtVersion & { reason: DeclineReason; alternative: string; staffId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await lockAtVersion(trx, input)
    const change = {
      status: statusAfter('decline', found.status),
      handledBy: found.handledBy ? undefined : input.staffId,
      declineReason: input.reason,
      declineAlternative: input.alternative,
    }
    const actor = { kind: 'staff', personId: input.staffId } as const
    const action = 'briefingRequest.declined'
    const briefingRequest = await changeRequest(trx, found, { change, actor, action, reason: input.reason }, now)
    const content = requestDeclined({
      name: briefingRequest.contact.name,
      briefing: briefingInMail(briefingRequest),
      reason: declineReasons[input.reason],
      alternative: input.alternative,
      statusUrl: requestAddresses(site, briefingRequest.reference).status,
    })
    await postToContact(trx, site, { briefingRequest, content }, now)
  })
}
