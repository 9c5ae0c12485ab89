import type { Db } from '#db/connection.server.ts'
import { doubtExpiredLeases } from '#db/inviting/delivery.ts'
import { addJob, releaseAbandonedJobs } from '#db/jobs.ts'
import type { Pace } from './deliver-mails.ts'

/**
 * The clock calls this each minute, and every worker when it starts. What a process left behind that died at work goes on: its jobs are freed, and its
 * mails, whose fate nobody knows, go again after the wait.
 */
export async function recoverFromCrash(db: Db, pace: Pace, now: Temporal.Instant): Promise<void> {
  const nextAttemptAt = now.add(pace.doubt)
  await db.transaction().execute(async (trx) => {
    await releaseAbandonedJobs(trx, now.subtract(pace.lease))
    const abandoned = await doubtExpiredLeases(trx, nextAttemptAt, now)
    if (abandoned > 0) await addJob(trx, 'deliverMails', {}, { runAt: nextAttemptAt })
  })
}
