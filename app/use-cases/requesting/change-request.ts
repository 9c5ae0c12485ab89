import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { type BriefingRequest, leadCouncil } from '#app/domain/requesting/briefing-request.ts'
import type { Trx } from '#db/connection.server.ts'
import { type Actor, recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { type RequestChange, updateBriefingRequest } from '#db/requesting/briefing-request-writes.ts'
import { findBriefingRequest, lockBriefingRequest, type RequestOwner } from '#db/requesting/briefing-requests.ts'

export type RequestAtVersion = { reference: string; version: number }

/**
 * The request as somebody saw it, locked. Two people at once: the second finds another version and is told so.
 * @throws NotFound when it is not there or not `owner`'s, or Refusal changed-meanwhile
 */
export async function lockAtVersion(trx: Trx, seen: RequestAtVersion, owner?: RequestOwner): Promise<BriefingRequest> {
  return atVersion(await lockBriefingRequest(trx, seen.reference, owner), seen)
}

/**
 * The same; undefined when `isDone` recognises this very step in the request as it is now: whoever pressed twice was overtaken by nobody.
 * @throws NotFound, or Refusal changed-meanwhile
 */
export async function lockUnlessDone(
  trx: Trx,
  seen: RequestAtVersion,
  isDone: (briefingRequest: BriefingRequest) => boolean,
  owner?: RequestOwner,
): Promise<BriefingRequest | undefined> {
  const briefingRequest = await lockBriefingRequest(trx, seen.reference, owner)
  if (briefingRequest && briefingRequest.version > seen.version && isDone(briefingRequest)) return undefined
  return atVersion(briefingRequest, seen)
}

function atVersion(briefingRequest: BriefingRequest | undefined, { version }: RequestAtVersion): BriefingRequest {
  if (!briefingRequest) throw new NotFound('briefing request')
  if (briefingRequest.version !== version) throw new Refusal('changed-meanwhile')
  return briefingRequest
}

type ChangeWithReason = {
  change: RequestChange
  actor: Actor
  action: string
  reason?: string
  /** What the audit says of it beside the request itself. */
  facts?: Record<string, unknown>
}

/** Writes a change to a locked request with its line in the audit, and gives the request as it is then. */
export async function changeRequest(
  trx: Trx,
  briefingRequest: BriefingRequest,
  { change, actor, action, reason, facts }: ChangeWithReason,
  now: Temporal.Instant,
): Promise<BriefingRequest> {
  await updateBriefingRequest(trx, briefingRequest.id, change, now)
  const changed = await findBriefingRequest(trx, briefingRequest.id)
  if (!changed) throw new NotFound('briefing request')
  await recordAuditEvent(
    trx,
    {
      actor,
      action,
      briefingRequestId: briefingRequest.id,
      councilId: leadCouncil(briefingRequest).councilId,
      before: auditFacts(briefingRequest),
      after: { ...auditFacts(changed), ...facts },
      reason,
    },
    now,
  )
  return changed
}

function auditFacts({ status, dosNumber, handledBy }: BriefingRequest) {
  return { status, dosNumber, handledBy: handledBy?.personId }
}
