import { assertOpenForAnswers } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import {
  type AnswerDoor,
  type AnswerVia,
  type GivenAnswer,
  type NotApplied,
  sentSequence,
  whyNotApplied,
} from '#app/domain/inviting/answer.ts'
import { NotFound } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import { findRegistration, type Registration, setAnswer } from '#db/attending/registrations.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { insertReply } from '#db/inviting/replies.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { moveSeat } from './move-seat.ts'

export type RecordAnswer = {
  registrationId: string
  answer: GivenAnswer
  door: AnswerDoor
  /** The version that was answered: what the page or the calendar showed. */
  answeredSequence: number
  answeredAt: Temporal.Instant
  /** What the participant added to it in the calendar. */
  remark?: string
  /** Who wrote it down, for the doors clerk and staff; who linked it, for the door calendar. */
  recordedBy?: string
  /** The mail it was in, and how that was known to be hers. */
  inboxId?: string
  via?: AnswerVia
  /** The evening whose register is open; an answer for another one is refused. */
  briefingSessionId?: string
  /** A clerk answers only for her own councils. */
  withinCouncils?: readonly string[]
}

export type RecordedAnswer = { applied: boolean; notApplied: NotApplied | undefined; replyId: number }

/** In a transaction of its own. */
export async function recordAnswer(
  db: Db,
  site: Site,
  input: RecordAnswer,
  now: Temporal.Instant,
): Promise<RecordedAnswer> {
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
  given: RecordAnswer,
  now: Temporal.Instant,
): Promise<RecordedAnswer> {
  const found = await findRegistration(trx, given.registrationId)
  if (found === undefined) throw new NotFound('registration')
  const session = await lockBriefingSession(trx, found.briefingSessionId)
  const registration = await findRegistration(trx, found.id)
  if (session === undefined || registration === undefined) throw new NotFound('registration')
  if (given.withinCouncils && !given.withinCouncils.includes(registration.councilId)) throw new NotFound('registration')
  if (given.briefingSessionId && given.briefingSessionId !== session.id) throw new NotFound('registration')
  if (hasLeft(registration.place)) throw new NotFound('live registration')
  assertOpenForAnswers(session, now)
  const input = { ...given, answeredSequence: sentSequence(given.answeredSequence, session) }
  const notApplied = whyNotApplied(input, session, lastAnswer(registration))
  const applied = notApplied === undefined
  const replyId = await insertReply(
    trx,
    { ...input, registrationId: registration.id, recordedBy: input.recordedBy, notApplied },
    now,
  )
  await recordAuditEvent(trx, auditOf(input, registration, applied), now)
  if (applied) {
    await setAnswer(trx, registration.id, input)
    await moveSeat(trx, site, { session, registration, from: registration.answer, to: input.answer }, now)
  }
  return { applied, notApplied, replyId }
}

function lastAnswer({ answerSequence, answeredAt }: Registration) {
  return answerSequence === undefined || answeredAt === undefined
    ? undefined
    : { answeredSequence: answerSequence, answeredAt }
}

function auditOf({ answer, door, recordedBy }: RecordAnswer, registration: Registration, applied: boolean) {
  return {
    actor:
      recordedBy !== undefined
        ? ({ kind: door === 'clerk' ? 'clerk' : 'staff', personId: recordedBy } as const)
        : ({ kind: 'councillor', personId: registration.personId } as const),
    action: 'answer.recorded',
    briefingSessionId: registration.briefingSessionId,
    councilId: registration.councilId,
    before: { answer: registration.answer },
    after: { registrationId: registration.id, answer, door, applied },
  }
}
