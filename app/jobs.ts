import type { Runner, Task, TaskList } from 'graphile-worker'
import { run, Logger as WorkerLogger } from 'graphile-worker'
import { z } from 'zod'
import type { Context } from './context.server.ts'
import { sendSignInLink } from './use-cases/access/send-sign-in-link.ts'

/** What a job may use: the context and the way out for mail. */
export type JobContext = Context

type Job<Schema extends z.ZodType> = {
  payload: Schema
  /** Calls one use case; safe to run twice. */
  run: (context: JobContext, payload: z.output<Schema>) => Promise<void>
}

function job<Schema extends z.ZodType>(definition: Job<Schema>): (context: JobContext) => Task {
  return (context) => async (payload) => definition.run(context, definition.payload.parse(payload))
}

/** Every background job by name. */
const jobs: Record<string, ReturnType<typeof job>> = {
  sendSignInLink: job({
    payload: z.object({ mailId: z.uuid(), emailAddressId: z.uuid().nullable(), returnTo: z.string() }),
    run: ({ db, site, now }, order) => sendSignInLink(db, site, order, now()),
  }),
}

/** When the clock calls: crontab lines of graphile-worker, in UTC. */
const crontab = ''

/** Starts working off the queue; `stop()` hands running jobs back after they finish. */
export async function startWorker(context: JobContext): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(Object.entries(jobs).map(([name, build]) => [name, build(context)]))
  return run({
    pgPool: context.pool,
    taskList,
    crontab,
    concurrency: 6,
    pollInterval: 1_000,
    noHandleSignals: true,
    // Messages of the worker itself only: job payloads carry ids, never addresses.
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') context.log.warn({ worker: message }, 'worker')
    }),
  })
}
