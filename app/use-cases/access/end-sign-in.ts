import { actorOf, type Viewer } from '#app/domain/access/viewer.ts'
import { revokeSignIn } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

/** Signs this person out on one of her devices, at once. A sign-in that is over or somebody else's stays as it is. */
export async function endSignIn(
  db: Db,
  { viewer, signInId }: { viewer: Viewer; signInId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await revokeSignIn(trx, { signInId, personId: viewer.personId }, now))) return
    await recordAuditEvent(trx, { actor: actorOf(viewer), action: 'signIn.ended' }, now)
  })
}
