import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import {
  type AnswerDoor,
  type AnswerVia,
  type GivenAnswer,
  type NotApplied,
  sentSequence,
  whyNotApplied,
} from '#app/domain/inviting/answer.ts'
import { assertOpenForEngaged } from '#app/domain/inviting/engagement.ts'
import { NotFound } from '#app/domain/refusal.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { type Engagement, findEngagement, setEngagedAnswer } from '#db/inviting/engaged-answers.ts'
import { insertReply } from '#db/inviting/replies.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { listCouncilClerks } from '#db/scheduling/council-clerks.ts'

export type RecordEngagedAnswer = {
  engagementId: string
  answer: GivenAnswer
  door: AnswerDoor
  /** The version that was answered: what the page or the calendar showed. */
  answeredSequence: number
  answeredAt: Temporal.Instant
  /** What was added to it in the calendar. */
  remark?: string
  /** The mail it was in, and how its sender was known. */
  inboxId?: string
  via?: AnswerVia
  /** Who wrote it down for another: a clerk for her council, staff for whoever they called. */
  recordedBy?: string
}

/** In a transaction of its own. */
export async function recordEngagedAnswer(
  db: Db,
  input: RecordEngagedAnswer,
  now: Temporal.Instant,
): Promise<{ notApplied: NotApplied | undefined }> {
  return db.transaction().execute((trx) => recordEngagedAnswerWithin(trx, input, now))
}

/**
 * Writes what a speaker, a room or a clerk said, and applies it unless it answers a version from before the last change of time. Nothing follows by
 * itself: staff see a no as a task and a yes as their turn to publish.
 * @throws NotFound, or Refusal engagement-closed
 */
export async function recordEngagedAnswerWithin(
  trx: Trx,
  given: RecordEngagedAnswer,
  now: Temporal.Instant,
): Promise<{ notApplied: NotApplied | undefined }> {
  const found = await findEngagement(trx, given.engagementId)
  const session = found && (await lockBriefingSession(trx, found.briefingSessionId))
  const engagement = found && (await findEngagement(trx, found.id))
  if (session === undefined || engagement === undefined) throw new NotFound('engagement')
  if (!engagement.isLive || !(await maySpeakForCouncil(trx, engagement, given, now)))
    throw new NotFound('live engagement')
  assertOpenForEngaged(session, now)
  const input = { ...given, answeredSequence: sentSequence(given.answeredSequence, session) }
  const { answerSequence, answeredAt } = engagement
  const last =
    answerSequence === undefined || answeredAt === undefined
      ? undefined
      : { answeredSequence: answerSequence, answeredAt }
  const notApplied = whyNotApplied(input, session, last)
  const applied = notApplied === undefined
  await insertReply(trx, { ...input, recordedBy: input.recordedBy, notApplied }, now)
  await recordAuditEvent(trx, auditOf(input, engagement, applied), now)
  if (applied) await setEngagedAnswer(trx, engagement.id, input)
  return { notApplied }
}

/** A clerk speaks for a council only for as long as she works for it; a colleague who answers instead was let in by the page. */
async function maySpeakForCouncil(
  trx: Trx,
  { capacity, councilId, personId }: Engagement,
  { recordedBy }: RecordEngagedAnswer,
  now: Temporal.Instant,
): Promise<boolean> {
  if (capacity !== 'clerk' || councilId === undefined || recordedBy !== undefined) return true
  const clerks = await listCouncilClerks(trx, [councilId], dateInAmsterdam(now))
  return clerks.some((clerk) => clerk.personId === personId)
}

function auditOf({ answer, door, recordedBy }: RecordEngagedAnswer, engagement: Engagement, applied: boolean) {
  const { id: engagementId, capacity, personId, briefingSessionId, councilId } = engagement
  // Who wrote it down for another; else who answered, as what she is engaged.
  const kind = recordedBy === undefined ? capacity : door === 'clerk' ? 'clerk' : 'staff'
  return {
    actor: { kind, personId: recordedBy ?? personId } as const,
    action: 'engagement.answered',
    briefingSessionId,
    councilId,
    before: { answer: engagement.answer },
    after: { engagementId, capacity, answer, door, applied },
  }
}
