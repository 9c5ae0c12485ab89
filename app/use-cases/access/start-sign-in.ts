import { signInLifetime } from '#app/domain/access/sign-in.ts'
import { hashToken, newToken } from '#app/domain/access/tokens.server.ts'
import { actorOf, type Viewer } from '#app/domain/access/viewer.ts'
import { findSignIn, insertSignIn } from '#db/access/sign-ins.ts'
import type { Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

/** Signs a person in who has just proven a mailbox; the caller's transaction used the proof up. */
export async function startSignIn(
  trx: Trx,
  personId: string,
  now: Temporal.Instant,
): Promise<{ signInToken: string; viewer: Viewer }> {
  const signInToken = newToken()
  const tokenHash = hashToken(signInToken)
  await insertSignIn(trx, { personId, tokenHash, now, expiresAt: now.add(signInLifetime) })
  const signIn = await findSignIn(trx, tokenHash, now)
  if (!signIn) throw new Error('A sign-in that was just started is not there')
  await recordAuditEvent(trx, { actor: actorOf(signIn.viewer), action: 'signIn.started' }, now)
  return { signInToken, viewer: signIn.viewer }
}
