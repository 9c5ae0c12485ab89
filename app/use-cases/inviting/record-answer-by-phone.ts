import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import type { GivenAnswer, NotApplied } from '#app/domain/inviting/answer.ts'
import { assertOpenForEngaged } from '#app/domain/inviting/engagement.ts'
import { NotFound } from '#app/domain/refusal.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { engageWithoutAddress } from '#db/inviting/booked-people.ts'
import { findEngagement } from '#db/inviting/engaged-answers.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { recordEngagedAnswerWithin } from './record-engaged-answer.ts'

export type RecordAnswerByPhone = {
  briefingSessionId: string
  /** The engagement; or the speaker or room that is booked and has no address. */
  key: string
  answer: GivenAnswer
  /** What was said with it. */
  remark: string
  /** The version of the evening that the page showed. */
  answeredSequence: number
  staffId: string
}

/**
 * Staff called a speaker, a room or a clerk and write down what they heard. Nobody gets mail of it. The latest answer counts, whichever door it came through.
 * @throws NotFound, or Refusal engagement-closed
 */
export async function recordAnswerByPhone(
  db: Db,
  input: RecordAnswerByPhone,
  now: Temporal.Instant,
): Promise<{ notApplied: NotApplied | undefined }> {
  const { briefingSessionId, key, staffId, ...said } = input
  return db.transaction().execute(async (trx) => {
    const session = await lockBriefingSession(trx, briefingSessionId)
    if (session === undefined) throw new NotFound('briefing session')
    assertOpenForEngaged(session, now)
    const engagementId = await findWhoWasCalled(trx, session, key, now)
    const by = { door: 'staff', recordedBy: staffId, answeredAt: now } as const
    return recordEngagedAnswerWithin(trx, { engagementId, ...said, ...by }, now)
  })
}

/** Who has no address was never invited by mail: her answer by telephone is what engages her. */
async function findWhoWasCalled(
  trx: Trx,
  { id: briefingSessionId }: BriefingSession,
  key: string,
  now: Temporal.Instant,
): Promise<string> {
  const engagement = await findEngagement(trx, key)
  if (engagement?.briefingSessionId === briefingSessionId) return engagement.id
  const called = { briefingSessionId, subjectId: key, calendarToken: newCalendarToken() }
  const engagementId = engagement ? undefined : await engageWithoutAddress(trx, called, now)
  if (engagementId === undefined) throw new NotFound('engagement')
  return engagementId
}
