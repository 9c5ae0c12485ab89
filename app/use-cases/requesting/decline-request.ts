import { NotFound } from '#app/domain/refusal.ts'
import { type DeclineReason, declineReasons } from '#app/domain/requesting/decline-reasons.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import { endSessionsOfRequest } from '#app/use-cases/scheduling/end-sessions-of-request.ts'
import { foreseeRequestMails } from '#app/use-cases/scheduling/foresee-mails.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { lockSessionsOfRequest } from '#db/scheduling/ending-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { requestDeclined } from '#emails/requesting/request-declined.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'
import { tellCoRequesters } from './tell-co-requesters.ts'

export type DeclineRequest = RequestAtVersion & { reason: DeclineReason; alternative: string; staffId: string }

/**
 * The province says no, with a reason it can count by and an alternative the council can use. An evening in preparation lets go of its room and speakers. The same form sent twice declines once.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function declineRequest(db: Db, site: Site, input: DeclineRequest, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (trx) => void (await decline(trx, site, input, now)))
}

/** Which mails declining would send. Throws what declining would throw. */
export async function foreseeDeclining(
  db: Db,
  site: Site,
  { briefingRequestId, ...input }: DeclineRequest & { briefingRequestId: string },
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return foreseeRequestMails(db, briefingRequestId, (trx) => decline(trx, site, input, now), now)
}

async function decline(
  trx: Trx,
  site: Site,
  input: DeclineRequest,
  now: Temporal.Instant,
): Promise<readonly BriefingSession[]> {
  const seen = await findBriefingRequestByReference(trx, input.reference)
  if (!seen) throw new NotFound('briefing request')
  const sessions = await lockSessionsOfRequest(trx, seen.id)
  const found = await lockUnlessDone(
    trx,
    input,
    ({ status, declineReason, declineAlternative }) =>
      status === 'declined' && declineReason === input.reason && declineAlternative === input.alternative,
  )
  if (!found) return []
  const change = {
    status: statusAfter('decline', found.status),
    handledBy: found.handledBy ? undefined : input.staffId,
    declineReason: input.reason,
    declineAlternative: input.alternative,
  }
  const actor = { kind: 'staff', personId: input.staffId } as const
  const action = 'briefingRequest.declined'
  const briefingRequest = await changeRequest(trx, found, { change, actor, action, reason: input.reason }, now)
  const reason = declineReasons[input.reason]
  await endSessionsOfRequest(trx, site, { sessions, briefingRequestId: found.id, reason, actor }, now)
  const content = requestDeclined({
    name: briefingRequest.contact.name,
    briefing: briefingInMail(briefingRequest),
    reason,
    alternative: input.alternative,
    statusUrl: requestAddresses(site, briefingRequest.reference).status,
  })
  await postToContact(trx, site, { briefingRequest, content }, now)
  await tellCoRequesters(trx, site, { briefingRequest, endedBy: 'province', sessions }, now)
  return sessions
}
