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
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import { listRegistrations, type Registration, setAnswers } from '#db/attending/registrations.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { insertReplies } from '#db/inviting/replies.ts'
import { type Actor, recordAuditEvents } from '#db/overseeing/audit-events.ts'
import { lockSessionsOfRegistrations } from '#db/scheduling/briefing-sessions.ts'
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

/** In the caller's transaction. */
export async function recordAnswerWithin(
  trx: Trx,
  site: Site,
  input: RecordAnswer,
  now: Temporal.Instant,
): Promise<RecordedAnswer> {
  const [recorded] = await recordAnswersWithin(trx, site, [input], now)
  if (recorded === undefined) throw new Error('an answer that was not recorded')
  return recorded
}

/**
 * Writes answers in the register, at most one for each registration, and applies them, unless they answer a version from before the last change of time. No
 * sends nobody away: the seat goes to whoever waits longest, and who changes her mind gets it back while there is one. Seats move in the order of the
 * answers.
 * @throws NotFound, or Refusal session-closed, when one of them is not possible; then none is recorded
 */
export async function recordAnswersWithin(
  trx: Trx,
  site: Site,
  inputs: readonly RecordAnswer[],
  now: Temporal.Instant,
): Promise<RecordedAnswer[]> {
  if (inputs.length === 0) return []
  const ids = inputs.map(({ registrationId }) => registrationId)
  const sessions = await lockSessionsOfRegistrations(trx, ids)
  const registrations = await listRegistrations(trx, ids)
  const judged = inputs.map((input) => {
    const registration = registrations.get(input.registrationId)
    const session = registration && sessions.get(registration.briefingSessionId)
    if (session === undefined || registration === undefined) throw new NotFound('registration')
    return judge(input, registration, session, now)
  })
  const replyIds = await insertReplies(
    trx,
    judged.map(({ input, notApplied }) => ({ ...input, recordedBy: input.recordedBy, notApplied })),
    now,
  )
  await recordAuditEvents(
    trx,
    judged.map(({ input, registration, applied }) => auditOf(input, registration, applied)),
    now,
  )
  for (const group of inTurns(judged.filter(({ applied }) => applied))) {
    await setAnswers(
      trx,
      group.map(({ input }) => input),
    )
    for (const { session, registration, input } of movesIn(group))
      await moveSeat(trx, site, { session, registration, from: registration.answer, to: input.answer }, now)
  }
  return judged.map(({ applied, notApplied }, at) => ({ applied, notApplied, replyId: replyIds[at] ?? 0 }))
}

type Judged = ReturnType<typeof judge>

/** Who wants her seat back must find the seats as they were when she answered: she is a group of her own. */
function inTurns(answers: readonly Judged[]): Judged[][] {
  const groups: Judged[][] = []
  let isOpen = false
  for (const answer of answers) {
    const wantsBack = answer.registration.answer === 'no' && answer.input.answer !== 'no'
    if (isOpen && !wantsBack) groups.at(-1)?.push(answer)
    else groups.push([answer])
    isOpen = !wantsBack
  }
  return groups
}

/** The seats that several gave up on one evening are given away at once. */
function movesIn(group: readonly Judged[]): Judged[] {
  const evenings = new Set<string>()
  return group.filter(({ session, input }) => {
    if (input.answer !== 'no') return true
    const isFirst = !evenings.has(session.id)
    evenings.add(session.id)
    return isFirst
  })
}

function judge(given: RecordAnswer, registration: Registration, session: BriefingSession, now: Temporal.Instant) {
  if (given.withinCouncils && !given.withinCouncils.includes(registration.councilId)) throw new NotFound('registration')
  if (given.briefingSessionId && given.briefingSessionId !== session.id) throw new NotFound('registration')
  if (hasLeft(registration.place)) throw new NotFound('live registration')
  assertOpenForAnswers(session, now)
  const input = { ...given, answeredSequence: sentSequence(given.answeredSequence, session) }
  const notApplied = whyNotApplied(input, session, lastAnswer(registration))
  return { input, registration, session, notApplied, applied: notApplied === undefined }
}

function lastAnswer({ answerSequence, answeredAt }: Registration) {
  return answerSequence === undefined || answeredAt === undefined
    ? undefined
    : { answeredSequence: answerSequence, answeredAt }
}

function auditOf({ answer, door, recordedBy }: RecordAnswer, registration: Registration, applied: boolean) {
  const actor: Actor =
    recordedBy !== undefined
      ? { kind: door === 'clerk' ? 'clerk' : 'staff', personId: recordedBy }
      : { kind: 'councillor', personId: registration.personId }
  return {
    actor,
    action: 'answer.recorded',
    briefingSessionId: registration.briefingSessionId,
    councilId: registration.councilId,
    before: { answer: registration.answer },
    after: { registrationId: registration.id, answer, door, applied },
  }
}
