import { type AnswerCounts, answerCounts } from '#app/domain/attending/answer-counts.ts'
import { leftPlaces, placesToCome } from '#app/domain/attending/registration.ts'
import type { Db, Trx } from '../connection.server.ts'

export async function countAnswers(
  db: Db,
  briefingSessionId: string,
): Promise<AnswerCounts & { seats: number; registered: number }> {
  const rows = await db
    .selectFrom('registration')
    .select(['answer', 'place'])
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('briefing_session_id', '=', briefingSessionId)
    .where('place', 'not in', leftPlaces)
    .groupBy(['answer', 'place'])
    .execute()
  const sum = (match: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(match).reduce((total, { people }) => total + people, 0)
  return {
    ...answerCounts(rows),
    seats: sum(({ place, answer }) => place === 'seat' && answer !== 'no'),
    registered: sum(() => true),
  }
}

/** After a new time nobody has answered yet. Every earlier answer stays in the register of replies. */
export async function resetAnswers(trx: Trx, briefingSessionId: string): Promise<void> {
  await trx
    .updateTable('registration')
    .set({ answer: 'none', answer_sequence: null, answered_at: null, answer_door: null })
    .where('briefing_session_id', '=', briefingSessionId)
    .where('place', 'in', placesToCome)
    .execute()
  await trx
    .updateTable('engagement')
    .set({ answer: 'none', answer_sequence: null, answered_at: null, answer_door: null })
    .where('briefing_session_id', '=', briefingSessionId)
    .where('ended_at', 'is', null)
    .execute()
}
