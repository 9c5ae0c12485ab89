import type { Trx } from '../connection.server.ts'

/** One open question per request: the database refuses a second (one_open_clarification). */
export async function insertClarification(
  trx: Trx,
  clarification: {
    briefingRequestId: string
    question: string
    askedBy: string
    statusBefore: 'submitted' | 'inTreatment'
  },
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await trx
    .insertInto('clarification')
    .values({
      briefing_request_id: clarification.briefingRequestId,
      question: clarification.question,
      asked_by: clarification.askedBy,
      asked_at: now.toString(),
      status_before: clarification.statusBefore,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function answerClarification(
  trx: Trx,
  id: string,
  answer: { text: string; answeredBy: string },
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('clarification')
    .set({ answer: answer.text, answered_by: answer.answeredBy, answered_at: now.toString() })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .execute()
}
