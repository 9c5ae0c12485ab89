import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

/** For how many seconds the oldest mail that could leave has been waiting; 0 when none is. */
export async function findQueueAge(db: Db, now: Temporal.Instant): Promise<number> {
  const oldest = await db
    .selectFrom('outbox')
    .select('next_attempt_at')
    .where('state', 'in', ['pending', 'inDoubt'])
    .where('next_attempt_at', '<=', now.toString())
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return oldest ? Math.round(now.since(toInstant(oldest.next_attempt_at)).total('seconds')) : 0
}
