import { assertOpenForAnswers } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import { NotFound } from '#app/domain/refusal.ts'
import { councilLink } from '#app/domain/scheduling/session-links.ts'
import type { Site } from '#app/domain/site.ts'
import { eveningsOfCouncils } from '#app/use-cases/inviting/evenings-of-councils.ts'
import { type Leaving, postLeaving } from '#app/use-cases/inviting/post-leaving.ts'
import { endRegistration, findLastRegistration } from '#db/attending/registrations.ts'
import type { Db } from '#db/connection.server.ts'
import { findInvitee } from '#db/inviting/invitees.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { registrationCancelled } from '#emails/inviting/registration-cancelled.ts'
import { fillSeats } from './fill-seats.ts'

export type Unregister = { briefingSessionId: string; personId: string }

/**
 * Somebody leaves an evening: a CANCEL to that person only (RFC 5546 §3.2.5), or an update when she also speaks there, and the place goes to whoever waits longest.
 * Leaving twice leaves once.
 * @throws NotFound, or Refusal session-closed
 */
export async function unregister(db: Db, site: Site, input: Unregister, now: Temporal.Instant): Promise<void> {
  const { briefingSessionId, personId } = input
  await db.transaction().execute(async (trx) => {
    const session = await lockBriefingSession(trx, briefingSessionId)
    const registration = session && (await findLastRegistration(trx, briefingSessionId, personId))
    if (session === undefined || registration === undefined) throw new NotFound('registration')
    if (hasLeft(registration.place)) return
    assertOpenForAnswers(session, now)
    const invitee = await findInvitee(trx, briefingSessionId, personId)
    await endRegistration(trx, registration.id, 'unregistered', now)
    const { councilId } = registration
    const actor = { kind: 'councillor', personId } as const
    await recordAuditEvent(trx, { actor, action: 'registration.ended', briefingSessionId, councilId }, now)

    const evening = (await eveningsOfCouncils(trx, session, now))(councilId)
    const council = session.councils.find((each) => each.councilId === councilId)
    const registerUrl = council && councilLink(site, council.linkToken)
    const cause = { by: 'participant' } as const
    const write: Leaving['write'] = (to, stamp, keepsEntry) =>
      registrationCancelled({ evening, invitee: to, stamp, cause, registerUrl, keepsEntry })
    await postLeaving(trx, site, { session, leaving: invitee ? [{ invitee, write }] : [] }, now)
    await fillSeats(trx, site, session, now)
  })
}
