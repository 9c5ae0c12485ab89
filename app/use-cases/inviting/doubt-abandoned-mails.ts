import type { Db } from '#db/connection.server.ts'
import { doubtExpiredLeases } from '#db/inviting/delivery.ts'
import { addJob } from '#db/jobs.ts'
import type { Pace } from './deliver-mails.ts'

/** The clock calls this each minute, and every worker when it starts: mails of a process that died while sending go again later. */
export async function doubtAbandonedMails(db: Db, pace: Pace, now: Temporal.Instant): Promise<void> {
  const nextAttemptAt = now.add(pace.doubt)
  await db.transaction().execute(async (trx) => {
    const abandoned = await doubtExpiredLeases(trx, nextAttemptAt, now)
    if (abandoned > 0) await addJob(trx, 'deliverMails', {}, { runAt: nextAttemptAt, queue: 'mail' })
  })
}
