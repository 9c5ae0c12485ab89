import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import type { Db } from '#db/connection.server.ts'
import { closeMail } from '#db/inviting/inbox.ts'
import { insertTrayChoice } from '#db/inviting/tray-choices.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockOpenReply } from './lock-open-reply.ts'

export type RejectUnknownReply = { inboxId: string; reason: string; staffId: string }

/**
 * Staff say that this sender does not answer for this person, or for anybody here. Nothing changes in the register, and the next mail of
 * this sender about the same person is not put before them again.
 * @throws Refusal reply-already-handled, NotFound
 */
export async function rejectUnknownReply(
  db: Db,
  { inboxId, reason, staffId }: RejectUnknownReply,
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const mail = await lockOpenReply(trx, inboxId)
    const emailAddressId = mail.sender && (await ensureEmailAddress(trx, mail.sender, now))
    // A guess by the sender or a name says nothing about for whom it may not answer.
    const isAboutPerson = mail.person?.by === 'token' || mail.person?.by === 'attendee'
    const personId = isAboutPerson ? mail.person?.id : undefined
    await insertTrayChoice(trx, { inboxId, emailAddressId, choice: 'rejected', personId, staffId, reason }, now)
    await closeMail(trx, inboxId)
    const event = {
      actor: { kind: 'staff', personId: staffId } as const,
      action: 'incomingMail.rejected',
      briefingSessionId: mail.session?.id,
      after: { inboxId, personId },
      reason,
    }
    await recordAuditEvent(trx, event, now)
  })
}
