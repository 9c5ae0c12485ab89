import { mailboxProofLifetime } from '#app/domain/access/sign-in.ts'
import { hashToken, newToken } from '#app/domain/access/tokens.server.ts'
import { insertMailboxProof } from '#db/access/sign-in-tokens.ts'
import type { Trx } from '#db/connection.server.ts'

/**
 * Makes the token for the link in the mail "Bevestig uw aanvraag": whoever opens that mail shows that the mailbox in the request is hers. Works for
 * seven days. Belongs in the transaction that saves the request and posts the mail.
 */
export async function issueMailboxProof(
  trx: Trx,
  input: { briefingRequestId: string; emailAddressId: string },
  now: Temporal.Instant,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const token = newToken()
  const expiresAt = now.add(mailboxProofLifetime)
  await insertMailboxProof(trx, { ...input, tokenHash: hashToken(token), now, expiresAt })
  return { token, expiresAt }
}
