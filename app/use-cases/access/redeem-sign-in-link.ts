import { localPath } from '#app/domain/access/local-path.ts'
import { startPage } from '#app/domain/access/sign-in.ts'
import { hashToken } from '#app/domain/access/tokens.server.ts'
import { actorOf } from '#app/domain/access/viewer.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { releaseProvenAddress } from '#app/use-cases/inviting/release-proven-address.ts'
import { findMailboxHolder } from '#db/access/people.ts'
import { spendSignInLink } from '#db/access/sign-in-tokens.ts'
import { revokeSignInByToken } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'
import { startSignIn } from './start-sign-in.ts'

export type SignedIn = {
  /** Goes into the cookie; only its hash is stored. */
  signInToken: string
  goTo: string
}

/**
 * Uses a mailed link up and signs its owner in. `replacesToken`, the cookie that this browser still had, stops working: a sign-in never continues under a
 * cookie that somebody may have planted before.
 * @throws Refusal link-no-longer-works
 */
export async function redeemSignInLink(
  db: Db,
  input: { token: string; replacesToken: string | undefined },
  now: Temporal.Instant,
): Promise<SignedIn> {
  return db.transaction().execute(async (trx) => {
    const link = await spendSignInLink(trx, hashToken(input.token), now)
    const holder = link && (await findMailboxHolder(trx, link.emailAddressId, now))
    if (!holder) throw new Refusal('link-no-longer-works')
    if (input.replacesToken) await revokeSignInByToken(trx, hashToken(input.replacesToken), now)
    const { signInToken, viewer } = await startSignIn(trx, holder.personId, now)
    await releaseProvenAddress(trx, { ...link, actor: actorOf(viewer) }, now)
    const wanted = localPath(link.returnTo)
    return { signInToken, goTo: wanted === undefined || wanted === '/' ? startPage(viewer) : wanted }
  })
}
