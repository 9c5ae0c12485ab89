import type { Db } from '#db/connection.server.ts'
import { closeMail } from '#db/inviting/inbox.ts'
import { insertTrayChoice } from '#db/inviting/tray-choices.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockOpenReply } from './lock-open-reply.ts'

/**
 * Read, and nothing has to be done with it: a question that was answered, a proposal that was discussed. Says nothing about the sender.
 * @throws Refusal reply-already-handled, NotFound
 */
export async function markReplySeen(
  db: Db,
  { inboxId, staffId }: { inboxId: string; staffId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const mail = await lockOpenReply(trx, inboxId)
    const choice = { inboxId, emailAddressId: undefined, choice: 'seen', personId: mail.person?.id, staffId } as const
    await insertTrayChoice(trx, choice, now)
    await closeMail(trx, inboxId)
    const event = {
      actor: { kind: 'staff', personId: staffId } as const,
      action: 'incomingMail.seen',
      briefingSessionId: mail.session?.id,
      after: { inboxId },
    }
    await recordAuditEvent(trx, event, now)
  })
}
