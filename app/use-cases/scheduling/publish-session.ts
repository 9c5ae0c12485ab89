import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { assertMayBeAnnounced, assertMayStep } from '#app/domain/scheduling/session-steps.ts'
import type { Site } from '#app/domain/site.ts'
import { inviteEveryone } from '#app/use-cases/inviting/invite-everyone.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { markPublished } from '#db/scheduling/briefing-session-writes.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { moveRequestsOfSession } from '#db/scheduling/session-requests.ts'
import { foreseeMails } from './foresee-mails.ts'
import { tellClerks } from './tell-clerks.ts'

export type PublishSession = { id: string; version: number; staffId: string }

/**
 * Makes an evening firm and tells the griffiers; from here on councillors register. Publishing twice publishes once.
 * @throws NotFound, or Refusal changed-meanwhile, session-step-not-possible or what assertMayBeAnnounced misses
 */
export async function publishSession(db: Db, site: Site, input: PublishSession, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute((trx) => publish(trx, site, input, now))
}

/** Which mails publishing would send. Throws what publishing would throw. */
export async function foreseePublishing(
  db: Db,
  site: Site,
  input: PublishSession,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return foreseeMails(db, input.id, (trx) => publish(trx, site, input, now), now)
}

async function publish(trx: Trx, site: Site, { id, version, staffId }: PublishSession, now: Temporal.Instant) {
  const session = await lockBriefingSession(trx, id)
  if (session === undefined) throw new NotFound('briefing session')
  if (isAnnounced(session.status)) return
  assertMayStep(session, 'publish')
  if (session.version !== version) throw new Refusal('changed-meanwhile')
  assertMayBeAnnounced(session, now)

  await markPublished(trx, id, now)
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
  await tellClerks(trx, site, { session, change }, now)
  await inviteEveryone(trx, site, { briefingSessionId: id, change }, now)
}
