import { newsSince } from '#app/domain/inviting/retry-table.ts'
import type { Db } from '#db/connection.server.ts'
import { doubtExpiredLeases } from '#db/inviting/delivery-outcomes.ts'
import { addJob, releaseAbandonedJobs } from '#db/jobs.ts'
import type { Pace } from './deliver-mails.ts'

/**
 * The clock calls this each minute, and every worker when it starts. What a process left behind that died at work goes on: its jobs are freed, and its
 * mails, whose fate nobody knows, go again after the wait while they are news: a mail that ends every process that sends it does not do so for ever.
 */
export async function recoverFromCrash(db: Db, pace: Pace, now: Temporal.Instant): Promise<void> {
  const nextAttemptAt = now.add(pace.doubt)
  await db.transaction().execute(async (trx) => {
    await releaseAbandonedJobs(trx, now.subtract(pace.lease))
    const abandoned = await doubtExpiredLeases(trx, { nextAttemptAt, newsSince: newsSince(now) }, now)
    if (abandoned > 0) await addJob(trx, 'deliverMails', {}, { runAt: nextAttemptAt })
  })
}
