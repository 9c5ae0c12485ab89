import type { Db } from '#db/connection.server.ts'
import { changeRequest, lockAtVersion, type RequestAtVersion } from './change-request.ts'

/**
 * A member of staff becomes the one who handles the request.
 * @throws NotFound, or Refusal changed-meanwhile
 */
export async function takeRequest(
  db: Db,
  input: RequestAtVersion & { staffId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await lockAtVersion(trx, input)
    if (found.handledBy?.personId === input.staffId) return
    const actor = { kind: 'staff', personId: input.staffId } as const
    const change = { handledBy: input.staffId }
    await changeRequest(trx, found, { change, actor, action: 'briefingRequest.taken' }, now)
  })
}
