import type { Db } from '#db/connection.server.ts'
import { holdBackReminders, setRemindersStopped } from '#db/inviting/reminder-choice.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

export type SwitchReminders = { personId: string; wanted: boolean }

/**
 * Somebody wants no reminders any more, or wants them again. It is about her address and every evening; invitations, changes and cancellations go on. Doing it
 * twice does it once, and for who was erased there is nothing to do.
 */
export async function switchReminders(
  db: Db,
  { personId, wanted }: SwitchReminders,
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await setRemindersStopped(trx, personId, wanted ? undefined : now))) return
    if (!wanted) await holdBackReminders(trx, personId)
    const actor = { kind: 'councillor', personId } as const
    await recordAuditEvent(trx, { actor, action: wanted ? 'reminders.resumed' : 'reminders.stopped' }, now)
  })
}
