import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { requestWithdrawn } from '#emails/requesting/request-withdrawn.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockAtVersion, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'

/**
 * The council takes its request back, as long as no evening stands for it.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function withdrawRequest(
  db: Db,
  site: Site,
  input: RequestAtVersion & { reason: string; viewer: Viewer },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { personId, name } = input.viewer
    const found = await lockAtVersion(trx, input, { councilIds: councilIdsOf(input.viewer), personId })
    const change = { status: statusAfter('withdraw', found.status) }
    const actor = { kind: 'clerk', personId } as const
    const action = 'briefingRequest.withdrawn'
    const briefingRequest = await changeRequest(trx, found, { change, actor, action, reason: input.reason }, now)
    const content = requestWithdrawn({
      name: briefingRequest.contact.name,
      briefing: briefingInMail(briefingRequest),
      withdrawnBy: name,
      consequence: '',
      newRequestUrl: requestAddresses(site, briefingRequest.reference).newRequest,
    })
    await postToContact(trx, site, { briefingRequest, content }, now)
  })
}
