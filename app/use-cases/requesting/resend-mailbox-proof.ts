import { hashToken } from '#app/domain/access/tokens.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { assertStep } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import { issueMailboxProof } from '#app/use-cases/access/issue-mailbox-proof.ts'
import { findMailboxProof } from '#db/access/sign-in-tokens.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { findContactEmailId, lockBriefingRequestById } from '#db/requesting/briefing-requests.ts'
import { confirmMailbox } from '#emails/requesting/confirm-mailbox.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'

/**
 * Whoever has an expired link gets a new one, at the address in the request and nowhere else. One expired link gives one mail.
 * @throws Refusal link-no-longer-works, step-not-possible
 */
export async function resendMailboxProof(
  db: Db,
  site: Site,
  { token }: { token: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const proof = await findMailboxProof(trx, hashToken(token), now)
    if (proof?.state !== 'expired') throw new Refusal('link-no-longer-works')
    const briefingRequest = await lockBriefingRequestById(trx, proof.briefingRequestId)
    const emailAddressId = await findContactEmailId(trx, proof.briefingRequestId)
    if (!briefingRequest || !emailAddressId) throw new Refusal('link-no-longer-works')
    assertStep('confirmMailbox', briefingRequest.status)
    const { id, reference, contact } = briefingRequest
    const issued = await issueMailboxProof(trx, { briefingRequestId: id, emailAddressId }, now)
    const content = confirmMailbox({
      name: contact.name,
      briefing: briefingInMail(briefingRequest),
      confirmUrl: requestAddresses(site, reference).confirm(issued.token),
      expiresAt: issued.expiresAt,
    })
    const occasion = hashToken(token).toString('hex').slice(0, 16)
    await postToContact(trx, site, { briefingRequest, content, occasion }, now)
    const actor = { kind: 'anonymous' } as const
    await recordAuditEvent(trx, { actor, action: 'briefingRequest.proofResent', briefingRequestId: id }, now)
  })
}
