import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import { assertOpenForAnswers } from '#app/domain/attending/open-for-answers.ts'
import type { ParticipantRole, Place } from '#app/domain/attending/registration.ts'
import { hasRoom, seatLimits } from '#app/domain/attending/seats.ts'
import { NotFound } from '#app/domain/refusal.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import { eveningsOfCouncils } from '#app/use-cases/inviting/evenings-of-councils.ts'
import { sendInvitation } from '#app/use-cases/inviting/send-invitation.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { ensurePerson } from '#db/access/people.ts'
import { insertRegistration } from '#db/attending/registrations.ts'
import { countSeatsTaken } from '#db/attending/seats.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { findSessionByLink, lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'

export type Register = {
  /** The council's own link says which evening and which council. */
  linkToken: string
  name: string
  address: string
  role: ParticipantRole
  facility: string | undefined
  question: string | undefined
}

/**
 * Gives somebody a seat or a place on the waiting list, and mails it. Registering twice gives one registration and sends the same
 * invitation again; whoever asks sees the same answer, so nobody learns who is registered. An address is one person, who keeps
 * the name she was first known by.
 * @throws NotFound, or Refusal session-closed
 */
export async function register(db: Db, site: Site, input: Register, now: Temporal.Instant): Promise<void> {
  const link = await findSessionByLink(db, input.linkToken)
  if (link === undefined) throw new NotFound('council link')
  const { councilId } = link
  await db.transaction().execute(async (trx) => {
    // The lock is what keeps the last seat from being given twice, and one person's mails in order.
    const session = await lockBriefingSession(trx, link.briefingSession.id)
    if (session === undefined) throw new NotFound('briefing session')
    assertOpenForAnswers(session, now)
    const personId = await ensureParticipant(trx, input, now)
    const place = await freePlace(trx, session, councilId)
    const { role, facility, question } = input
    const registration = { briefingSessionId: session.id, personId, councilId, role, place, facility, question }
    const id = await insertRegistration(trx, registration, now)
    if (id !== undefined) await recordRegistered(trx, { session, personId, councilId, place }, now)
    const eveningFor = await eveningsOfCouncils(trx, session, now)
    await sendInvitation(trx, site, { session, personId, eveningFor, occasion: id ? 'registered' : 'again' }, now)
  })
}

async function ensureParticipant(trx: Trx, { name, address }: Register, now: Temporal.Instant): Promise<string> {
  const emailAddressId = await ensureEmailAddress(trx, address, now)
  const { personId } = await ensurePerson(trx, { emailAddressId, name, calendarToken: newCalendarToken() }, now)
  return personId
}

/** Only true for as long as the caller holds the lock on the evening. */
async function freePlace(trx: Trx, session: BriefingSession, councilId: string): Promise<'seat' | 'waiting'> {
  const taken = await countSeatsTaken(trx, session.id, councilId)
  return hasRoom(seatLimits(session, councilId), taken) ? 'seat' : 'waiting'
}

async function recordRegistered(
  trx: Trx,
  {
    session,
    personId,
    councilId,
    place,
  }: { session: BriefingSession; personId: string; councilId: string; place: Place },
  now: Temporal.Instant,
): Promise<void> {
  const actor = { kind: 'councillor', personId } as const
  const event = { actor, action: 'registration.made', briefingSessionId: session.id, councilId, after: { place } }
  await recordAuditEvent(trx, event, now)
}
