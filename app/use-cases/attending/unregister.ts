import { assertOpenForAnswers } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import { versionAfterCancel } from '#app/domain/inviting/calendar-event.ts'
import { NotFound } from '#app/domain/refusal.ts'
import { councilLink } from '#app/domain/scheduling/session-links.ts'
import type { Site } from '#app/domain/site.ts'
import { eveningsOfCouncils } from '#app/use-cases/inviting/evenings-of-councils.ts'
import { postCalendarMails } from '#app/use-cases/inviting/post-calendar-mails.ts'
import { endRegistration, findLastRegistration } from '#db/attending/registrations.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findInvitee, type InviteeRecord } from '#db/inviting/invitees.ts'
import { raiseSequence } from '#db/inviting/sequence.ts'
import { findWhoNeverGotMail, supersedeOlderMail } from '#db/inviting/supersede.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { registrationCancelled } from '#emails/inviting/registration-cancelled.ts'
import { fillSeats } from './fill-seats.ts'

export type Unregister = { briefingSessionId: string; personId: string }

/**
 * Somebody leaves an evening: a CANCEL to that person only (RFC 5546 §3.2.5), and the place goes to whoever waits longest.
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

    if (invitee && (await mayHoldEntry(trx, briefingSessionId, invitee))) {
      const { sequence } = versionAfterCancel(session)
      await raiseSequence(trx, briefingSessionId, sequence)
      const evening = (await eveningsOfCouncils(trx, session, now))(councilId)
      const council = session.councils.find((each) => each.councilId === councilId)
      const registerUrl = council && councilLink(site, council.linkToken)
      const cause = { by: 'participant' } as const
      const mail = {
        invitee,
        write: (to, stamp) => registrationCancelled({ evening, invitee: to, stamp, cause, registerUrl }),
      } satisfies Parameters<typeof postCalendarMails>[2]['mails'][number]
      await postCalendarMails(trx, site, { session: { ...session, sequence }, mails: [mail] }, now)
    } else {
      await supersedeOlderMail(trx, briefingSessionId, [personId])
    }
    await fillSeats(trx, site, session, now)
  })
}

/** False while the invitation itself has not left: then neither leaves, and the calendar never knew. */
async function mayHoldEntry(trx: Trx, briefingSessionId: string, { personId, last }: InviteeRecord): Promise<boolean> {
  if (last === undefined || last.isCancelled) return false
  return !(await findWhoNeverGotMail(trx, briefingSessionId, [personId])).has(personId)
}
