import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { isInCalendars, sessionStatusTexts } from '#app/domain/scheduling/briefing-session.ts'
import { assertMayBeAnnounced } from '#app/domain/scheduling/session-steps.ts'
import type { Site } from '#app/domain/site.ts'
import { engagePeople } from '#app/use-cases/inviting/engage-people.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { foreseeMails } from './foresee-mails.ts'

export type InviteBooked = { id: string; staffId: string }

/**
 * Invites whoever is booked for an evening and was not invited yet, because the address came later or is another one now; who has it no longer leaves.
 * Doing it twice invites once.
 * @throws NotFound, or Refusal session-step-not-possible, or what assertMayBeAnnounced throws
 */
export async function inviteBooked(db: Db, site: Site, input: InviteBooked, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute((trx) => invite(trx, site, input, now))
}

/** Which mails inviting would send. Throws what inviting would throw. */
export async function foreseeInviting(
  db: Db,
  site: Site,
  input: InviteBooked,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return foreseeMails(db, input.id, (trx) => invite(trx, site, input, now), now)
}

async function invite(trx: Trx, site: Site, { id, staffId }: InviteBooked, now: Temporal.Instant): Promise<void> {
  const session = await lockBriefingSession(trx, id)
  if (session === undefined) throw new NotFound('briefing session')
  if (!isInCalendars(session.status))
    throw new Refusal('session-step-not-possible', { statusText: sessionStatusTexts[session.status] })
  assertMayBeAnnounced(session, now)
  await engagePeople(trx, site, { briefingSessionId: id, news: undefined, statusBefore: session.status }, now)
  const actor = { kind: 'staff', personId: staffId } as const
  await recordAuditEvent(trx, { actor, action: 'briefingSession.bookedInvited', briefingSessionId: id }, now)
}
