import { actorOf, type Viewer } from '#app/domain/access/viewer.ts'
import { revokeAllSignIns } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

/** Signs a person out everywhere, at once. */
export async function endAllSignIns(db: Db, viewer: Viewer, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const devices = await revokeAllSignIns(trx, viewer.personId, now)
    await recordAuditEvent(trx, { actor: actorOf(viewer), action: 'signIn.endedEverywhere', after: { devices } }, now)
  })
}
