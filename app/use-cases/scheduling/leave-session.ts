import { type BriefingSession, isAnnounced, isInCalendars } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import { fillSeats } from '#app/use-cases/attending/fill-seats.ts'
import { engagePeople } from '#app/use-cases/inviting/engage-people.ts'
import { eveningsOfCouncils } from '#app/use-cases/inviting/evenings-of-councils.ts'
import { type Leaving, postLeaving } from '#app/use-cases/inviting/post-leaving.ts'
import type { Trx } from '#db/connection.server.ts'
import { listInvitees } from '#db/inviting/invitees.ts'
import { type Actor, recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { endRegistrationsOfCouncils, takeOutOfSession } from '#db/scheduling/ending-sessions.ts'
import { registrationCancelled } from '#emails/inviting/registration-cancelled.ts'
import { tellClerks } from './tell-clerks.ts'

type LeaveSession = {
  /** Locked by the caller. */
  session: BriefingSession
  briefingRequestId: string
  councilIds: readonly string[]
  reason: string
  actor: Actor
}

/**
 * A request leaves an evening that goes on for others: only its own councils go. Their people get a CANCEL each (RFC 5546 §3.2.5), their offices hear of it,
 * their seats go to whoever waits.
 */
export async function leaveSession(
  trx: Trx,
  site: Site,
  { session, briefingRequestId, councilIds, reason, actor }: LeaveSession,
  now: Temporal.Instant,
): Promise<void> {
  const { id: briefingSessionId } = session
  const leaving = session.councils.filter(({ councilId }) => councilIds.includes(councilId))
  const invitees = (await listInvitees(trx, briefingSessionId)).filter(({ councilId }) =>
    councilIds.includes(councilId),
  )
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  await endRegistrationsOfCouncils(trx, briefingSessionId, councilIds, now)
  await takeOutOfSession(trx, briefingSessionId, { briefingRequestId, councilIds })
  for (const { councilId } of leaving)
    await recordAuditEvent(
      trx,
      { actor, action: 'briefingSession.councilLeft', briefingSessionId, briefingRequestId, councilId, reason },
      now,
    )
  if (!isInCalendars(session.status)) return
  const statusBefore = session.status
  const told = await engagePeople(trx, site, { briefingSessionId, news: undefined, statusBefore }, now)
  if (!isAnnounced(session.status)) return
  const change = { kind: 'cancelled', reason, councilLeft: true } as const
  await tellClerks(trx, site, { session: { ...session, councils: leaving }, change, told }, now)
  const leavers = invitees.map(
    (invitee): Leaving => ({
      invitee,
      write: (to, stamp, keepsEntry) =>
        registrationCancelled({
          evening: eveningFor(invitee.councilId),
          invitee: to,
          stamp,
          cause: { by: 'organiser', reason },
          keepsEntry,
        }),
    }),
  )
  await postLeaving(trx, site, { session, leaving: leavers }, now)
  await fillSeats(trx, site, session, now)
}
