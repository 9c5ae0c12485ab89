import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { requestAccepted } from '#emails/requesting/request-accepted.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'

/**
 * The province says yes: the request is in treatment, and of whoever said so when nobody had it yet. The same form sent twice accepts once.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function acceptRequest(
  db: Db,
  site: Site,
  input: RequestAtVersion & { staffId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await lockUnlessDone(
      trx,
      input,
      ({ status, handledBy }) => status === 'inTreatment' && handledBy?.personId === input.staffId,
    )
    if (!found) return
    const change = {
      status: statusAfter('accept', found.status),
      handledBy: found.handledBy ? undefined : input.staffId,
    }
    const actor = { kind: 'staff', personId: input.staffId } as const
    const briefingRequest = await changeRequest(trx, found, { change, actor, action: 'briefingRequest.accepted' }, now)
    const content = requestAccepted({
      name: briefingRequest.contact.name,
      briefing: briefingInMail(briefingRequest),
      statusUrl: requestAddresses(site, briefingRequest.reference).status,
    })
    await postToContact(trx, site, { briefingRequest, content }, now)
  })
}
