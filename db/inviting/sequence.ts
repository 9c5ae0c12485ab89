import type { Trx } from '../connection.server.ts'

/** SEQUENCE belongs to the evening and only rises, also when one person leaves it: every later mail to anybody is above it. */
export async function raiseSequence(trx: Trx, briefingSessionId: string, sequence: number): Promise<void> {
  await trx
    .updateTable('briefing_session')
    .set({ sequence })
    .where('id', '=', briefingSessionId)
    .where('sequence', '<', sequence)
    .execute()
}
