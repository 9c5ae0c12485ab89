import { hashToken } from '#app/domain/access/tokens.server.ts'
import type { NotApplied } from '#app/domain/inviting/answer.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { closeMail } from '#db/inviting/inbox.ts'
import { findConfirmation, settleConfirmation } from '#db/inviting/reply-confirmations.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { recordAnswerWithin } from './record-answer.ts'

export type ConfirmReply = { token: string; isHers: boolean }

/**
 * She says whether the answer in the mail was hers. Yes: it counts from the moment it was given, so a later click of hers still wins. No:
 * nothing changes, and staff see it. The link is used up either way, and nothing is mailed.
 * @throws Refusal link-no-longer-works or session-closed, NotFound when she left meanwhile
 */
export async function confirmReply(
  db: Db,
  site: Site,
  { token, isHers }: ConfirmReply,
  now: Temporal.Instant,
): Promise<{ notApplied: NotApplied | undefined }> {
  const tokenHash = hashToken(token)
  return db.transaction().execute(async (trx) => {
    const asked = await findConfirmation(trx, tokenHash)
    const outcome = isHers ? 'confirmed' : 'denied'
    if (asked === undefined || !(await settleConfirmation(trx, tokenHash, outcome, now)))
      throw new Refusal('link-no-longer-works')
    const { registrationId, briefingSessionId, personId, inboxId, answer, answeredSequence, answeredAt } = asked
    const actor = { kind: 'councillor', personId } as const
    const event = { actor, action: `incomingMail.${outcome}`, briefingSessionId, after: { inboxId } }
    await recordAuditEvent(trx, event, now)
    if (!isHers) return { notApplied: undefined }
    if (inboxId !== undefined) await closeMail(trx, inboxId)
    const reply = { registrationId, answer, door: 'calendar', answeredSequence, answeredAt, inboxId } as const
    return recordAnswerWithin(trx, site, { ...reply, via: 'confirmed' }, now)
  })
}
