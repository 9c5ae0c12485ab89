import { assertOpenForAnswers } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import { hasRoom, seatLimits } from '#app/domain/attending/seats.ts'
import { type AnswerDoor, appliesNow, type GivenAnswer } from '#app/domain/inviting/answer.ts'
import { NotFound } from '#app/domain/refusal.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import { fillSeats } from '#app/use-cases/attending/fill-seats.ts'
import { findRegistration, type Registration, setAnswer } from '#db/attending/registrations.ts'
import { countSeatsTaken, queueForSeat } from '#db/attending/seats.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { insertReply } from '#db/inviting/replies.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { sendInvitation } from './send-invitation.ts'

export type RecordAnswer = {
  registrationId: string
  answer: GivenAnswer
  door: AnswerDoor
  /** The version that was answered: what the page or the calendar showed. */
  answeredSequence: number
  answeredAt: Temporal.Instant
  /** What the participant added to it in the calendar. */
  remark?: string
  /** Who wrote it down, for the doors clerk and staff. */
  recordedBy?: string
  /** The evening whose register is open; an answer for another one is refused. */
  briefingSessionId?: string
  /** A clerk answers only for her own councils. */
  withinCouncils?: readonly string[]
}

/** In a transaction of its own. */
export async function recordAnswer(
  db: Db,
  site: Site,
  input: RecordAnswer,
  now: Temporal.Instant,
): Promise<{ applied: boolean }> {
  return db.transaction().execute((trx) => recordAnswerWithin(trx, site, input, now))
}

/**
 * Writes an answer in the register and applies it, unless it answers a version from before the last change of time. No sends nobody
 * away: the seat goes to whoever waits longest, and who changes her mind gets it back while there is one.
 * @throws NotFound, or Refusal session-closed
 */
export async function recordAnswerWithin(
  trx: Trx,
  site: Site,
  input: RecordAnswer,
  now: Temporal.Instant,
): Promise<{ applied: boolean }> {
  const found = await findRegistration(trx, input.registrationId)
  if (found === undefined) throw new NotFound('registration')
  const session = await lockBriefingSession(trx, found.briefingSessionId)
  const registration = await findRegistration(trx, found.id)
  if (session === undefined || registration === undefined) throw new NotFound('registration')
  if (input.withinCouncils && !input.withinCouncils.includes(registration.councilId)) throw new NotFound('registration')
  if (input.briefingSessionId && input.briefingSessionId !== session.id) throw new NotFound('registration')
  if (hasLeft(registration.place)) throw new NotFound('live registration')
  assertOpenForAnswers(session, now)
  const { answeredSequence, answeredAt } = input
  const applied = appliesNow({ answeredSequence, answeredAt }, session, lastAnswer(registration))
  await insertReply(trx, { ...input, registrationId: registration.id, recordedBy: input.recordedBy, applied }, now)
  await recordAuditEvent(trx, auditOf(input, registration, applied), now)
  if (!applied) return { applied }
  await setAnswer(trx, registration.id, input)
  if (input.answer === 'no') await fillSeats(trx, site, session, now)
  else if (registration.answer === 'no') await takeSeatBack(trx, site, { session, registration }, now)
  return { applied }
}

function lastAnswer({ answerSequence, answeredAt }: Registration) {
  return answerSequence === undefined || answeredAt === undefined
    ? undefined
    : { answeredSequence: answerSequence, answeredAt }
}

/** After her no the seat may have gone to somebody else; then she waits behind whoever waits already. Counted without herself, because her yes is written already. */
async function takeSeatBack(
  trx: Trx,
  site: Site,
  { session, registration }: { session: BriefingSession; registration: Registration },
  now: Temporal.Instant,
): Promise<void> {
  if (registration.place !== 'seat') return
  const { total, byCouncil } = await countSeatsTaken(trx, session.id, registration.councilId)
  if (hasRoom(seatLimits(session, registration.councilId), { total: total - 1, byCouncil: byCouncil - 1 })) return
  await queueForSeat(trx, [registration.id], now)
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const { personId } = registration
  await sendInvitation(trx, site, { session, personId, eveningFor, occasion: 'again' }, now)
}

function auditOf({ answer, door, recordedBy }: RecordAnswer, registration: Registration, applied: boolean) {
  const byHand = door === 'clerk' || door === 'staff'
  return {
    actor:
      byHand && recordedBy
        ? ({ kind: door, personId: recordedBy } as const)
        : ({ kind: 'councillor', personId: registration.personId } as const),
    action: 'answer.recorded',
    briefingSessionId: registration.briefingSessionId,
    councilId: registration.councilId,
    before: { answer: registration.answer },
    after: { registrationId: registration.id, answer, door, applied },
  }
}
