import { NotFound } from '#app/domain/refusal.ts'
import { leadCouncil } from '#app/domain/requesting/briefing-request.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import { redeemMailboxProof } from '#app/use-cases/access/redeem-mailbox-proof.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { updateBriefingRequest } from '#db/requesting/briefing-request-writes.ts'
import { findBriefingRequest, lockBriefingRequestById } from '#db/requesting/briefing-requests.ts'
import { announceRequest } from './announce-request.ts'

/**
 * The mailbox in a request is proven: the request is in, and its sender is signed in.
 * @throws Refusal link-no-longer-works, step-not-possible
 */
export async function confirmRequest(
  db: Db,
  site: Site,
  input: { token: string },
  now: Temporal.Instant,
): Promise<{ reference: string; signInToken: string }> {
  return db.transaction().execute(async (trx) => {
    const { briefingRequestId, personId, signInToken } = await redeemMailboxProof(trx, input, now)
    const waiting = await lockBriefingRequestById(trx, briefingRequestId)
    if (!waiting) throw new NotFound('briefing request')
    const status = statusAfter('confirmMailbox', waiting.status)
    await updateBriefingRequest(trx, waiting.id, { status, submittedBy: personId, submittedAt: now }, now)
    const briefingRequest = await findBriefingRequest(trx, waiting.id)
    if (!briefingRequest) throw new NotFound('briefing request')
    await recordAuditEvent(
      trx,
      {
        actor: { kind: 'clerk', personId },
        action: 'briefingRequest.submitted',
        briefingRequestId,
        councilId: leadCouncil(briefingRequest).councilId,
        before: { status: waiting.status },
        after: { status, dosNumber: briefingRequest.dosNumber },
      },
      now,
    )
    await announceRequest(trx, site, briefingRequest, now)
    return { reference: briefingRequest.reference, signInToken }
  })
}
