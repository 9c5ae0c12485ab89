import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { versionAfterOpening } from '#app/domain/scheduling/session-change.ts'
import { planOf } from '#app/domain/scheduling/session-plan.ts'
import { assertMayBeAnnounced, assertMayStep } from '#app/domain/scheduling/session-steps.ts'
import type { Site } from '#app/domain/site.ts'
import { engagePeople } from '#app/use-cases/inviting/engage-people.ts'
import { inviteEveryone } from '#app/use-cases/inviting/invite-everyone.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { bookSlot } from '#db/scheduling/bookings.ts'
import { markPublished } from '#db/scheduling/briefing-session-writes.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { moveRequestsOfSession } from '#db/scheduling/session-requests.ts'
import { foreseeMails } from './foresee-mails.ts'
import { nameTheClashOf } from './name-the-clash.ts'
import { tellClerks } from './tell-clerks.ts'

export type PublishSession = { id: string; version: number; staffId: string }

/**
 * Makes an evening firm, also one that was an option, and tells the clerks, the speakers and the room; from here on councillors register. Publishing twice publishes once.
 * @throws NotFound, or Refusal changed-meanwhile, session-step-not-possible, speaker-already-booked, venue-already-booked,
 * or what assertMayBeAnnounced throws
 */
export async function publishSession(db: Db, site: Site, input: PublishSession, now: Temporal.Instant): Promise<void> {
  await nameTheClashOf(db, input.id, () => db.transaction().execute((trx) => publish(trx, site, input, now)))
}

/** Which mails publishing would send. Throws what publishing would throw. */
export async function foreseePublishing(
  db: Db,
  site: Site,
  input: PublishSession,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return nameTheClashOf(db, input.id, () => foreseeMails(db, input.id, (trx) => publish(trx, site, input, now), now))
}

async function publish(trx: Trx, site: Site, { id, version, staffId }: PublishSession, now: Temporal.Instant) {
  const session = await lockBriefingSession(trx, id)
  if (session === undefined) throw new NotFound('briefing session')
  if (isAnnounced(session.status)) return
  assertMayStep(session, 'publish')
  if (session.version !== version) throw new Refusal('changed-meanwhile')
  assertMayBeAnnounced(session, now)

  // What an option let go when it ran out is taken again; whoever was first meanwhile keeps it.
  await bookSlot(trx, id, planOf(session))
  await markPublished(trx, id, versionAfterOpening(session), now)
  await moveRequestsOfSession(trx, id, 'confirmed', now)
  const actor = { kind: 'staff', personId: staffId } as const
  await recordAuditEvent(trx, { actor, action: 'briefingSession.published', briefingSessionId: id }, now)
  for (const { briefingRequestId } of session.requests)
    await recordAuditEvent(
      trx,
      { actor, action: 'briefingRequest.confirmed', briefingRequestId, briefingSessionId: id },
      now,
    )
  const change = { kind: 'published' } as const
  const statusBefore = session.status
  const told = await engagePeople(trx, site, { briefingSessionId: id, news: change, statusBefore }, now)
  await tellClerks(trx, site, { session, change, told }, now)
  await inviteEveryone(trx, site, { briefingSessionId: id, change }, now)
}
