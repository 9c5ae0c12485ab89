import { EventEmitter } from 'node:events'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Runner, Task, TaskList, WorkerEvents } from 'graphile-worker'
import { run, Logger as WorkerLogger } from 'graphile-worker'
import { z } from 'zod'
import { openAcceptanceJournal } from '#db/inviting/acceptance-journal.server.ts'
import { addJob, type JobName, releaseJobsOf } from '#db/jobs.ts'
import type { SignMail } from '#emails/dkim.server.ts'
import { createTransport } from '#emails/transport.server.ts'
import type { Context } from './context.server.ts'
import { mailRoute } from './mail/mail-route.server.ts'
import { sendSignInLink } from './use-cases/access/send-sign-in-link.ts'
import { deliverMails, type MailOffice, openMailOffice } from './use-cases/inviting/deliver-mails.ts'
import { openWithheldMails } from './use-cases/inviting/open-withheld-mails.ts'
import { recallAcceptances } from './use-cases/inviting/recall-acceptances.ts'
import { recoverFromCrash } from './use-cases/inviting/recover-from-crash.ts'
import { sendReminders } from './use-cases/inviting/send-reminders.ts'
import { applyRetention } from './use-cases/overseeing/apply-retention.ts'
import { followUpCoRequests } from './use-cases/requesting/follow-up-co-requests.ts'
import { expireOptions } from './use-cases/scheduling/expire-options.ts'
import { workerLog } from './worker-log.ts'

/** What a job may use: the context and the way out for mail. */
export type JobContext = Context & { office: MailOffice }

type Job<Schema extends z.ZodType> = {
  payload: Schema
  /** Calls one use case; safe to run twice. */
  run: (context: JobContext, payload: z.output<Schema>) => Promise<void>
}

function job<Schema extends z.ZodType>(definition: Job<Schema>): (context: JobContext) => Task {
  return (context) => async (payload) => definition.run(context, definition.payload.parse(payload))
}

/** Every background job by name. */
const jobs: Record<JobName, ReturnType<typeof job>> = {
  sendSignInLink: job({
    payload: z.object({ mailId: z.uuid(), emailAddressId: z.uuid().nullable(), returnTo: z.string() }),
    run: ({ db, site, now }, order) => sendSignInLink(db, site, order, now()),
  }),
  applyRetention: job({
    payload: z.unknown(),
    run: ({ db, env, now }) =>
      applyRetention(
        db,
        {
          unconfirmed: env.RETENTION_UNCONFIRMED_DAYS,
          registration: env.RETENTION_REGISTRATION_DAYS,
          contact: env.RETENTION_CONTACT_DAYS,
          audit: env.RETENTION_AUDIT_DAYS,
          mail: env.RETENTION_MAIL_DAYS,
        },
        now(),
      ),
  }),
  deliverMails: job({ payload: z.unknown(), run: ({ db, office, now }) => deliverMails(db, office, now) }),
  expireOptions: job({
    payload: z.unknown(),
    run: async ({ db, site, now }) => void (await expireOptions(db, site, now())),
  }),
  recoverFromCrash: job({
    payload: z.unknown(),
    run: ({ db, office, now }) => recoverFromCrash(db, office.pace, now()),
  }),
  followUpCoRequests: job({ payload: z.unknown(), run: ({ db, site, now }) => followUpCoRequests(db, site, now()) }),
  openWithheldMails: job({
    payload: z.unknown(),
    run: async ({ db, site, now }) => void (await openWithheldMails(db, site, now())),
  }),
  sendReminders: job({ payload: z.unknown(), run: ({ db, site, now }) => sendReminders(db, site, now()) }),
}

/** When the clock calls: crontab lines of graphile-worker, in UTC. Reminders look each hour whether it is a good hour in Zuid-Holland, summer and winter. */
const crontab = `
* * * * * recoverFromCrash
* * * * * deliverMails
* * * * * expireOptions
* * * * * openWithheldMails
15 2 * * * applyRetention
5 * * * * sendReminders
35 * * * * followUpCoRequests
`

/** How long, in milliseconds, a worker that stops waits for an answer of the mail server, and then for its jobs. Together less than the process has. */
const patience = { mail: 4_000, jobs: 1_500 }

/** Works off the queue until `stop()`, which lets running jobs finish first and hands back those that do not. `smtpUrl` is where mail leaves, signed when there is something to sign with. */
export async function startWorker(
  context: Context,
  smtpUrl: string,
  sign?: SignMail,
): Promise<{ stop: () => Promise<void> }> {
  const { env } = context
  const route = mailRoute(env, smtpUrl)
  const transport = createTransport({ ...route.transport, sign })
  const pace = {
    lease: Temporal.Duration.from({ seconds: env.OUTBOX_LEASE_SECONDS }),
    doubt: Temporal.Duration.from({ seconds: env.OUTBOX_DOUBT_SECONDS }),
    spacing: route.spacing,
  }
  const folder = env.OUTBOX_JOURNAL ? join(resolve(env.DATA_DIR), 'outbox') : undefined
  if (folder) await recallAcceptances(context.db, folder, context.now())
  const office = openMailOffice(context.db, transport, pace, folder ? openAcceptanceJournal(folder) : undefined)
  const jobContext: JobContext = { ...context, office }
  const taskList: TaskList = Object.fromEntries(Object.entries(jobs).map(([name, build]) => [name, build(jobContext)]))
  let runner: Runner | undefined
  let poolId = ''
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id
  })
  const begin = async () => {
    if (office.isClosing) return
    await context.db.transaction().execute(async (trx) => {
      // What the runner before could not write down is due again.
      if (poolId) await releaseJobsOf(trx, poolId)
      await addJob(trx, 'deliverMails', {})
      // What a process left behind that was killed while sending is looked at as soon as its lease can have ended.
      await addJob(trx, 'recoverFromCrash', {}, { runAt: context.now().add(pace.lease).add({ seconds: 1 }) })
    })
    const begun = await run({
      pgPool: context.pool,
      taskList,
      crontab,
      concurrency: 6,
      pollInterval: 1_000,
      noHandleSignals: true,
      events,
      // Without a batch nobody waits until it is written that a job is done, not even who stops.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new WorkerLogger(() => workerLog(context.log)),
    })
    runner = begun
    const ended = (error?: Error) => {
      runner = undefined
      beginAgain(error)
    }
    // A database that goes away ends the runner: with an error, or, when a job failed and that could not be written down, without one.
    begun.promise.then(() => ended(), ended)
  }
  /** The process lives on and begins again when it can. */
  const beginAgain = (error?: Error & { code?: string }) => {
    if (office.isClosing) return
    context.log.error({ err: error?.name, code: error?.code }, 'the worker stopped; it begins again')
    setTimeout(() => void begin().catch(beginAgain), 2_000)
  }
  await begin()
  return {
    stop: async () => {
      office.isClosing = true
      // One that is ending by itself says so with an error.
      const stopped = (runner?.stop() ?? Promise.resolve()).then(
        () => true,
        () => true,
      )
      const within = (milliseconds: number) => Promise.race([stopped, sleep(milliseconds, false)])
      if (!(await within(patience.mail))) transport.giveUp()
      await within(patience.jobs)
      await context.db.transaction().execute((trx) => releaseJobsOf(trx, poolId))
      transport.close()
      office.acceptances.close()
    },
  }
}
