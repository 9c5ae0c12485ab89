import { hashToken, newCalendarToken } from '#app/domain/access/tokens.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { releaseProvenAddress } from '#app/use-cases/inviting/release-proven-address.ts'
import { ensurePerson } from '#db/access/people.ts'
import { spendMailboxProof } from '#db/access/sign-in-tokens.ts'
import type { Trx } from '#db/connection.server.ts'
import { startSignIn } from './start-sign-in.ts'

export type ProvenMailbox = {
  briefingRequestId: string
  personId: string
  /** For the cookie: proving the mailbox signs in as the person of that mailbox. */
  signInToken: string
}

/**
 * Uses the proof up and signs in. It makes a person when the mailbox has none, and gives nobody a role: whoever has none for the council keeps none, and
 * staff see so. Belongs in the transaction that takes the request further, so that a proof is never spent on a request that stayed behind.
 * @throws Refusal link-no-longer-works
 */
export async function redeemMailboxProof(
  trx: Trx,
  input: { token: string },
  now: Temporal.Instant,
): Promise<ProvenMailbox> {
  const proof = await spendMailboxProof(trx, hashToken(input.token), now)
  if (!proof) throw new Refusal('link-no-longer-works')
  const { personId } = await ensurePerson(
    trx,
    { emailAddressId: proof.emailAddressId, name: proof.contactName, calendarToken: newCalendarToken() },
    now,
  )
  await releaseProvenAddress(trx, { ...proof, actor: { kind: 'clerk', personId } }, now)
  const { signInToken } = await startSignIn(trx, personId, now)
  return { briefingRequestId: proof.briefingRequestId, personId, signInToken }
}
