import { sql } from 'kysely'
import type { Trx } from './connection.server.ts'

export type JobOptions = {
  /** Jobs of one queue run one at a time, oldest first. */
  queue?: string
  runAt?: Temporal.Instant
  /** A second job with the same key replaces the first while that has not started. */
  key?: string
}

/** Adds a job in the caller's transaction: it exists exactly when the change it belongs to exists. */
export async function addJob(trx: Trx, name: string, payload: object, options: JobOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, payload => ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null}::text,
    run_at => ${options.runAt?.toString() ?? null}::timestamptz, job_key => ${options.key ?? null}::text)`.execute(trx)
}
