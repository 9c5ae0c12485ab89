import { assertOpenForEngaged } from '#app/domain/inviting/engagement.ts'
import { NotFound } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.server.ts'
import { clearEngagedAnswer, type Engagement, findEngagement, setEngagedAnswer } from '#db/inviting/engaged-answers.ts'
import { findEngagedReply, findStandingAnswer, markApplied, markWithdrawn, type Reply } from '#db/inviting/replies.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'

/**
 * Takes back what staff wrote down by mistake for a speaker, a room or a clerk: it stays in the history, and the latest of the other answers counts again.
 * Taking back twice takes back once.
 * @throws NotFound, or Refusal engagement-closed
 */
export async function withdrawEngagedAnswer(
  db: Db,
  { briefingSessionId, replyId, staffId }: { briefingSessionId: string; replyId: number; staffId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const session = await lockBriefingSession(trx, briefingSessionId)
    const reply = await findEngagedReply(trx, replyId)
    const engagement = reply && (await findEngagement(trx, reply.engagementId))
    if (session === undefined || engagement?.briefingSessionId !== session.id || reply?.door !== 'staff')
      throw new NotFound('answer that staff wrote down')
    assertOpenForEngaged(session, now)
    if (reply.withdrawnAt !== undefined) return
    await markWithdrawn(trx, replyId, staffId, now)
    const standing = await findStandingAnswer(trx, { engagementId: engagement.id }, session.rsvpEpoch)
    if (isCurrent(reply, engagement)) {
      if (standing === undefined) await clearEngagedAnswer(trx, engagement.id)
      else {
        await setEngagedAnswer(trx, engagement.id, standing)
        if (!standing.applied) await markApplied(trx, standing.id)
      }
    }
    const { answer } = (await findEngagement(trx, engagement.id)) ?? engagement
    await recordAuditEvent(
      trx,
      {
        actor: { kind: 'staff', personId: staffId },
        action: 'engagement.answerWithdrawn',
        briefingSessionId,
        councilId: engagement.councilId,
        before: { answer: engagement.answer },
        after: { engagementId: engagement.id, capacity: engagement.capacity, replyId, answer },
      },
      now,
    )
  })
}

/** It is the answer that counts now. */
function isCurrent(reply: Reply, { answer, answeredAt }: Engagement): boolean {
  return reply.applied && reply.answer === answer && answeredAt?.equals(reply.answeredAt) === true
}
