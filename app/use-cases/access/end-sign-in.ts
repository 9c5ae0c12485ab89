import { isStaff, type Viewer } from '#app/domain/access/viewer.ts'
import { revokeSignIn } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

/** Signs this person out on one of her devices, at once. A sign-in that is over or somebody else's stays as it is. */
export async function endSignIn(
  db: Db,
  input: { viewer: Viewer; signInId: string },
  now: Temporal.Instant,
): Promise<void> {
  const { personId } = input.viewer
  await db.transaction().execute(async (trx) => {
    if (!(await revokeSignIn(trx, { signInId: input.signInId, personId }, now))) return
    const kind = isStaff(input.viewer) ? 'staff' : 'clerk'
    await recordAuditEvent(trx, { actor: { kind, personId }, action: 'signIn.ended' }, now)
  })
}
