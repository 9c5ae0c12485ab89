import { sql } from 'kysely'
import type { Trx } from './connection.server.ts'

/** Every job there is; app/jobs.ts says what each does. A name that nobody works off does not compile. */
export type JobName =
  | 'applyRetention'
  | 'deliverMails'
  | 'expireOptions'
  | 'followUpCoRequests'
  | 'openWithheldMails'
  | 'recoverFromCrash'
  | 'sendReminders'
  | 'sendSignInLink'

export type JobOptions = {
  /** Jobs of one queue run one at a time, oldest first. */
  queue?: string
  runAt?: Temporal.Instant
  /** A second job with the same key replaces the first while that has not started. */
  key?: string
}

/** Adds a job in the caller's transaction: it exists exactly when the change it belongs to exists. */
export async function addJob(trx: Trx, name: JobName, payload: object, options: JobOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, payload => ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null}::text,
    run_at => ${options.runAt?.toString() ?? null}::timestamptz, job_key => ${options.key ?? null}::text)`.execute(trx)
}

/** Hands back what a pool of workers still holds that is about to end; they are due again at once. */
export async function releaseJobsOf(trx: Trx, poolId: string): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array[${poolId}::text])`.execute(trx)
}

/**
 * Frees the jobs and queues of workers that were killed: the queue itself would wait four hours. Our jobs are short and safe to run twice, so one that
 * has been held since before `heldSince` is taken for abandoned.
 */
export async function releaseAbandonedJobs(trx: Trx, heldSince: Temporal.Instant): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(holders)
    from (select array_agg(distinct locked_by) as holders from graphile_worker.jobs where locked_at < ${heldSince.toString()}) as abandoned
    where holders is not null`.execute(trx)
}
