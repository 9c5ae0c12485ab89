import { sql } from 'kysely'
import { lateAfter, type WaitingMail } from '#app/domain/inviting/waiting-mail.ts'
import type { Db } from '../connection.server.ts'
import { toOptionalInstant } from '../instant.ts'

/** Failures that staff still hear of when they look at all mail; of one evening they hear of every one. */
const failedWithin = Temporal.Duration.from({ hours: 24 * 7 })

/** How much mail is still here that should have left, of all or of one evening. Mail of the last five minutes is on its way. */
export async function findWaitingMail(db: Db, now: Temporal.Instant, briefingSessionId?: string): Promise<WaitingMail> {
  const failures = now.subtract(failedWithin).toString()
  const row = await db
    .selectFrom('posted_mail')
    .select([
      sql<number>`count(*) filter (where state <> 'failed')`.as('waiting'),
      sql<string | null>`min(created_at) filter (where state <> 'failed')`.as('since'),
      sql<number>`count(*) filter (where state = 'inDoubt')`.as('in_doubt'),
      sql<number>`count(*) filter (where state = 'failed')`.as('failed'),
    ])
    // The states as text of the statement, since each leads to an index that holds only such mail.
    .where(({ eb, or, and }) =>
      or([
        and([
          sql<boolean>`state in ('pending', 'sending', 'inDoubt')`,
          eb('created_at', '<=', now.subtract(lateAfter).toString()),
        ]),
        and([
          sql<boolean>`state = 'failed'`,
          ...(briefingSessionId === undefined ? [eb('created_at', '>=', failures)] : []),
        ]),
      ]),
    )
    .$if(briefingSessionId !== undefined, (query) => query.where('briefing_session_id', '=', briefingSessionId ?? null))
    .executeTakeFirstOrThrow()
  return {
    waiting: row.waiting,
    since: toOptionalInstant(row.since),
    inDoubt: row.in_doubt,
    failed: row.failed,
  }
}
