import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { type BriefingSession, isAnnounced, isInCalendars } from '#app/domain/scheduling/briefing-session.ts'
import { versionAfter } from '#app/domain/scheduling/session-change.ts'
import { assertMayStep } from '#app/domain/scheduling/session-steps.ts'
import type { Site } from '#app/domain/site.ts'
import { engagePeople } from '#app/use-cases/inviting/engage-people.ts'
import { inviteEveryone } from '#app/use-cases/inviting/invite-everyone.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { type Actor, recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { releaseSlot } from '#db/scheduling/bookings.ts'
import { markCancelled } from '#db/scheduling/briefing-session-writes.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { moveRequestsOfSession } from '#db/scheduling/session-requests.ts'
import { foreseeMails } from './foresee-mails.ts'
import { tellClerks } from './tell-clerks.ts'

export type CancelSession = { id: string; version: number; reason: string; staffId: string }

/**
 * Calls an evening off: room and speakers are free at once, its requests are back in treatment, and everybody who may have it
 * in a calendar gets a CANCEL. A draft disappears quietly. The same form sent twice cancels once.
 * @throws NotFound, or Refusal changed-meanwhile, session-step-not-possible
 */
export async function cancelSession(db: Db, site: Site, input: CancelSession, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute((trx) => cancel(trx, site, input, now))
}

/** Which mails cancelling would send. Throws what cancelling would throw. */
export async function foreseeCancelling(
  db: Db,
  site: Site,
  input: CancelSession,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return foreseeMails(db, input.id, (trx) => cancel(trx, site, input, now), now)
}

async function cancel(trx: Trx, site: Site, { id, version, reason, staffId }: CancelSession, now: Temporal.Instant) {
  const session = await lockBriefingSession(trx, id)
  if (session === undefined) throw new NotFound('briefing session')
  // Everybody was told the first reason: another one is not kept, and who gives it hears so.
  if (session.status === 'cancelled' && session.cancelReason === reason) return
  assertMayStep(session, 'cancel')
  if (session.version !== version) throw new Refusal('changed-meanwhile')

  const actor = { kind: 'staff', personId: staffId } as const
  await moveRequestsOfSession(trx, id, 'inTreatment', now)
  for (const { briefingRequestId } of session.requests)
    await recordAuditEvent(
      trx,
      { actor, action: 'briefingRequest.backInTreatment', briefingRequestId, briefingSessionId: id, reason },
      now,
    )
  await callOff(trx, site, { session, reason, actor, requestEnds: false }, now)
}

type CallOff = {
  /** Locked by the caller. */
  session: BriefingSession
  reason: string
  actor: Actor
  /** True when nobody looks for another evening: what asked for it is over as well. */
  requestEnds: boolean
}

/** Ends an evening and frees its room and speakers; everybody who may have it in a calendar hears of it. */
export async function callOff(
  trx: Trx,
  site: Site,
  { session, reason, actor, requestEnds }: CallOff,
  now: Temporal.Instant,
): Promise<void> {
  const { id } = session
  const change = { kind: 'cancelled', reason, requestEnds } as const
  await markCancelled(trx, id, { reason, sequence: versionAfter(session, change).sequence }, now)
  await releaseSlot(trx, id)
  await recordAuditEvent(trx, { actor, action: 'briefingSession.cancelled', briefingSessionId: id, reason }, now)
  if (!isInCalendars(session.status)) return
  const statusBefore = session.status
  const told = await engagePeople(trx, site, { briefingSessionId: id, news: change, statusBefore }, now)
  if (!isAnnounced(session.status)) return
  await tellClerks(trx, site, { session, change, told }, now)
  await inviteEveryone(trx, site, { briefingSessionId: id, change }, now)
}
