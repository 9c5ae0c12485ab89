import { NotFound } from '#app/domain/refusal.ts'
import { leadCouncil, silentCouncils } from '#app/domain/requesting/briefing-request.ts'
import { assertStep } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import { redeemMailboxProof } from '#app/use-cases/access/redeem-mailbox-proof.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { updateBriefingRequest } from '#db/requesting/briefing-request-writes.ts'
import { findBriefingRequest, lockBriefingRequestById } from '#db/requesting/briefing-requests.ts'
import { announceRequest, prepareAnnouncement } from './announce-request.ts'
import { waitForCouncils } from './wait-for-councils.ts'

/**
 * The mailbox in a request is proven: the request is in, or waits for the councils it asked along, and its sender is signed in.
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
    assertStep('confirmMailbox', waiting.status)
    const asked = silentCouncils(waiting).map(({ councilId }) => councilId)
    const coRequestersUntil = await waitForCouncils(trx, site, asked, now)
    const change = coRequestersUntil
      ? ({ status: 'awaitingCoRequesters', coRequestersUntil } as const)
      : ({ status: 'submitted', submittedAt: now } as const)
    await updateBriefingRequest(trx, waiting.id, { ...change, submittedBy: personId }, now)
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
        after: { status: change.status, dosNumber: briefingRequest.dosNumber },
      },
      now,
    )
    const announcement = await prepareAnnouncement(trx, site, briefingRequest, now)
    await announceRequest(trx, site, { briefingRequest, announcement }, now)
    return { reference: briefingRequest.reference, signInToken }
  })
}
