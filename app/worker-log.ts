import type { Logger } from 'pino'
import { failureFacts } from './failure-facts.ts'

type Told = { error?: unknown; job?: { id: string; task_identifier: string } }

/** What goes wrong in graphile-worker, as lines of our log. Its own sentences repeat the message of the error they are about, so of those only the facts are kept. */
export function workerLog(log: Pick<Logger, 'warn'>) {
  return (level: string, message: string, about?: object): void => {
    if (level !== 'error' && level !== 'warning') return
    const { error, job }: Told = about ?? {}
    if (error === undefined) log.warn({ worker: message }, 'worker')
    else log.warn({ task: job?.task_identifier, jobId: job?.id, ...failureFacts(error) }, 'worker')
  }
}
