import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { reopenMail } from '#db/inviting/inbox.ts'
import { deleteAliasAddedAt } from '#db/inviting/person-aliases.ts'
import { lockTrayMail } from '#db/inviting/tray.ts'
import { listTrayChoices, undoTrayChoice } from '#db/inviting/tray-choices.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

export type TakeBackTrayChoice = { inboxId: string; choiceId: number; staffId: string }

/**
 * Undoes the last choice about a mail: the answer no longer counts while the evening is to come, the second address and what was remembered go, and the
 * mail lies open again.
 * @throws Refusal choice-already-taken-back, NotFound
 */
export async function takeBackTrayChoice(
  db: Db,
  site: Site,
  { inboxId, choiceId, staffId }: TakeBackTrayChoice,
  now: Temporal.Instant,
): Promise<{ answerChanged: boolean }> {
  return db.transaction().execute(async (trx) => {
    const mail = await lockTrayMail(trx, inboxId)
    if (mail === undefined) throw new NotFound('incoming mail')
    const [last] = await listTrayChoices(trx, inboxId)
    if (last?.id !== choiceId || !(await undoTrayChoice(trx, choiceId, staffId, now)))
      throw new Refusal('choice-already-taken-back')
    if (last.choice === 'alias' && last.personId) await deleteAliasAddedAt(trx, last.personId, last.decidedAt)
    const { answerChanged } =
      last.replyId === undefined
        ? { answerChanged: false }
        : await withdrawAnswer(trx, site, { replyId: last.replyId, staffId }, now)
    await reopenMail(trx, inboxId)
    const event = {
      actor: { kind: 'staff', personId: staffId } as const,
      action: 'incomingMail.reopened',
      briefingSessionId: mail.session?.id,
      before: { choice: last.choice, personId: last.personId },
      after: { inboxId, answerChanged },
    }
    await recordAuditEvent(trx, event, now)
    return { answerChanged }
  })
}
