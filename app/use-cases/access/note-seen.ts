import { lastSeenStep } from '#app/domain/access/sign-in.ts'
import { updateLastSeen } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'

/** Writes down that a signed-in device was in use. Not an act of the person, so it leaves no trace in the audit. */
export async function noteSeen(db: Db, signInId: string, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute((trx) => updateLastSeen(trx, signInId, now, now.subtract(lastSeenStep)))
}
