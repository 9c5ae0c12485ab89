import { Logger as WorkerLogger } from 'graphile-worker'
import type { Logger } from 'pino'
import { failureFacts } from './failure-facts.ts'

/** What goes wrong in graphile-worker, as lines of our log. Its own sentences repeat the message of the error they are about, so of those only the facts are kept. */
export function workerLog(log: Pick<Logger, 'warn'>): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level !== 'error' && level !== 'warning') return
    const { error, job } = (meta ?? {}) as { error?: unknown; job?: { id: string; task_identifier: string } }
    if (error === undefined) log.warn({ worker: message }, 'worker')
    else log.warn({ task: job?.task_identifier, jobId: job?.id, ...failureFacts(error) }, 'worker')
  })
}
