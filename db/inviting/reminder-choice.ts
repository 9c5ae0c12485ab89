import type { Db, Trx } from '../connection.server.ts'
import { toOptionalInstant } from '../instant.ts'
import { isNotOnItsWay } from './held-mail.ts'

export type ReminderChoice = { stoppedAt: Temporal.Instant | undefined }

/** Whether reminders go to the address of this person. Undefined when there is no address any more: she was erased. */
export async function findReminderChoice(db: Db, personId: string): Promise<ReminderChoice | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select('email_address.reminders_stopped_at')
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return row && { stoppedAt: toOptionalInstant(row.reminders_stopped_at) }
}

/** False when it was so already, or there is no address any more. */
export async function setRemindersStopped(
  trx: Trx,
  personId: string,
  at: Temporal.Instant | undefined,
): Promise<boolean> {
  const changed = await trx
    .updateTable('email_address')
    .set({ reminders_stopped_at: at?.toString() ?? null })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('person')
        .select('email_address_id')
        .where('person.id', '=', personId)
        .$castTo<{ email_address_id: string }>(),
    )
    .where('reminders_stopped_at', at === undefined ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** Reminders of this person that have not left stay here. */
export async function holdBackReminders(trx: Trx, personId: string): Promise<void> {
  await trx
    .updateTable('delivery')
    .from('outbox')
    .set({ state: 'superseded' })
    .whereRef('outbox.position', '=', 'delivery.position')
    .where('outbox.person_id', '=', personId)
    .where('outbox.kind', '=', 'reminder')
    .where(isNotOnItsWay)
    .execute()
}
