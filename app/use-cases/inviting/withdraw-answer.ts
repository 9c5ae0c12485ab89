import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import type { Site } from '#app/domain/site.ts'
import { clearAnswer, findRegistration, type Registration, setAnswer } from '#db/attending/registrations.ts'
import type { Trx } from '#db/connection.server.ts'
import { findReply, findStandingAnswer, markApplied, markWithdrawn, type Reply } from '#db/inviting/replies.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { moveSeat } from './move-seat.ts'

/**
 * Takes an answer back that staff applied by mistake: it stays in the history, and the latest of the others counts again. After the evening
 * it stays: who was counted on was counted on.
 */
export async function withdrawAnswer(
  trx: Trx,
  site: Site,
  { replyId, staffId }: { replyId: number; staffId: string },
  now: Temporal.Instant,
): Promise<{ answerChanged: boolean }> {
  const found = await findReply(trx, replyId)
  const registered = found && (await findRegistration(trx, found.registrationId))
  if (found === undefined || registered === undefined) return { answerChanged: false }
  const session = await lockBriefingSession(trx, registered.briefingSessionId)
  const registration = await findRegistration(trx, found.registrationId)
  const reply = await findReply(trx, replyId)
  if (session === undefined || registration === undefined || reply === undefined) return { answerChanged: false }
  const isOver = closedReason(session, now) !== undefined || hasLeft(registration.place)
  if (isOver || reply.withdrawnAt !== undefined) return { answerChanged: false }
  await markWithdrawn(trx, replyId, staffId, now)
  if (!isCurrent(reply, registration)) return { answerChanged: false }
  const standing = await findStandingAnswer(trx, { registrationId: registration.id }, session.rsvpEpoch)
  if (standing === undefined) await clearAnswer(trx, registration.id)
  else {
    await setAnswer(trx, registration.id, standing)
    if (!standing.applied) await markApplied(trx, standing.id)
  }
  const to = standing?.answer ?? 'none'
  await moveSeat(trx, site, { session, registration, from: registration.answer, to }, now)
  return { answerChanged: true }
}

/** It is the answer that counts now. */
function isCurrent(reply: Reply, registration: Registration): boolean {
  return (
    reply.applied &&
    reply.answer === registration.answer &&
    reply.door === registration.answerDoor &&
    registration.answeredAt?.equals(reply.answeredAt) === true
  )
}
