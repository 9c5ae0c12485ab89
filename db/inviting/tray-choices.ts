import type { TrayChoice } from '#app/domain/inviting/tray.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'

export type NewTrayChoice = {
  inboxId: string
  /** The sender that it is remembered for. */
  emailAddressId: string | undefined
  choice: TrayChoice
  personId: string | undefined
  staffId: string
  reason?: string
  replyId?: number
}

export async function insertTrayChoice(trx: Trx, choice: NewTrayChoice, now: Temporal.Instant): Promise<void> {
  await trx
    .insertInto('tray_choice')
    .values({
      inbox_id: choice.inboxId,
      email_address_id: choice.emailAddressId ?? null,
      choice: choice.choice,
      person_id: choice.personId ?? null,
      decided_by: choice.staffId,
      decided_at: now.toString(),
      reason: choice.reason ?? '',
      reply_id: choice.replyId ?? null,
    })
    .execute()
}

export type MadeChoice = {
  id: number
  choice: TrayChoice
  reason: string
  personId: string | undefined
  personName: string | undefined
  emailAddressId: string | undefined
  replyId: number | undefined
  decidedAt: Temporal.Instant
  decidedBy: string
  undoneAt: Temporal.Instant | undefined
  undoneBy: string | undefined
}

const mostChoices = 20

/** What staff did with one mail, the newest first. */
export async function listTrayChoices(db: Db, inboxId: string): Promise<MadeChoice[]> {
  const rows = await db
    .selectFrom('tray_choice')
    .leftJoin('person', 'person.id', 'tray_choice.person_id')
    .leftJoin('person as decider', 'decider.id', 'tray_choice.decided_by')
    .leftJoin('person as undoer', 'undoer.id', 'tray_choice.undone_by')
    .selectAll('tray_choice')
    .select(['person.name as person_name', 'decider.name as decided_name', 'undoer.name as undone_name'])
    .where('inbox_id', '=', inboxId)
    .orderBy('tray_choice.id', 'desc')
    .limit(mostChoices)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    choice: row.choice,
    reason: row.reason,
    personId: row.person_id ?? undefined,
    personName: row.person_name ?? undefined,
    emailAddressId: row.email_address_id ?? undefined,
    replyId: row.reply_id ?? undefined,
    decidedAt: toInstant(row.decided_at),
    decidedBy: row.decided_name ?? '',
    undoneAt: toOptionalInstant(row.undone_at),
    undoneBy: row.undone_name ?? undefined,
  }))
}

/** False when it was taken back already. */
export async function undoTrayChoice(trx: Trx, id: number, staffId: string, now: Temporal.Instant): Promise<boolean> {
  const undone = await trx
    .updateTable('tray_choice')
    .set({ undone_at: now.toString(), undone_by: staffId })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return undone !== undefined
}

/** How many later mails of this sender were handled alike because of a choice; no more than can be said in a sentence. */
export async function countHandledAlike(db: Db, sender: string, since: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('inbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('sender', '=', sender)
    .where('reason', 'in', ['remembered', 'rejectedSender'])
    .where('received_at', '>', since.toString())
    .executeTakeFirstOrThrow()
  return count
}
