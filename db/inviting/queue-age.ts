import { sql } from 'kysely'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

/**
 * For how many seconds the oldest mail that has not left has been here; 0 when there is none. Counted from when it was posted, since every attempt moves the
 * next one ahead: while a mail server is down hardly any mail is due.
 */
export async function findQueueAge(db: Db, now: Temporal.Instant): Promise<number> {
  const oldest = await db
    .selectFrom('posted_mail')
    .select('created_at')
    .where(sql<boolean>`state in ('pending', 'sending', 'inDoubt')`)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return oldest ? Math.max(0, Math.round(now.since(toInstant(oldest.created_at)).total('seconds'))) : 0
}
