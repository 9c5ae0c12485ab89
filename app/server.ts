import { access, constants, mkdir } from 'node:fs/promises'
import type { RequestListener, Server } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import pino, { type Logger } from 'pino'
import { isDatabaseAway, isTurnedAway } from '#db/database-away.ts'
import { startEmbeddedPostgres } from '#db/embedded.server.ts'
import { migrateToLatest, NewerDatabase } from '#db/migrate.server.ts'
import { seedDemo, seedZuidHolland } from '#db/seed/seed.server.ts'
import { buildContext, type Context } from './context.server.ts'
import { Ending, Stopped } from './ending.ts'
import { type Env, InvalidEnvironment, readEnvironment } from './env.server.ts'
import { failureFacts } from './failure-facts.ts'
import { startWorker } from './jobs.ts'
import { keepLinkSecret } from './link-secret.server.ts'
import { startIntake } from './mail/intake.server.ts'
import { openMailSigning } from './mail/mail-signing.server.ts'
import { startMailbox } from './mail/mailbox.server.ts'
import { appointFirstAdministrator } from './use-cases/access/appoint-first-administrator.ts'
import { readBrandLogo, type ServedLogo } from './web/brand-logo.server.ts'
import { followContentChanges } from './web/content-changes.server.ts'
import { assertFreePort, cannotListen, nextFreePort } from './web/free-port.server.ts'
import { healthRoutes } from './web/health.server.ts'
import { KeptPages } from './web/kept-pages.server.ts'
import { createPatientServer } from './web/patient-server.server.ts'
import { describePortal } from './web/start-screen.ts'
import { buildWeb } from './web/web.server.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const ending = new Ending((code) => process.exit(code))
/** In production every line is one of the log, from when there is one. */
let productionLog: Logger | undefined

async function main(): Promise<void> {
  const env = readEnvironment()
  const logo = readBrandLogo(env.BRAND_LOGO_PATH)
  const worksOff = env.ROLE === 'all' || env.ROLE === 'worker'
  const sign = worksOff ? await openMailSigning(env) : undefined
  const log = pino({ level: env.LOG_LEVEL })
  const isProduction = env.NODE_ENV === 'production'
  if (isProduction) {
    productionLog = log
    ending.tell = (sentence) => log.error(sentence)
    await assertFreePort(env.PORT, env.HOST)
  }
  await openDataFolder(env)
  await keepLinkSecret(env)

  const database = env.DATABASE_URL ?? (await ownDatabase(env))
  ending.goOn()
  await migrateToLatest(database)
  ending.goOn()
  const mailbox = env.SMTP_URL ? undefined : await startMailbox(env.DATA_DIR, env.MAILBOX_PORT)
  if (mailbox) {
    ending.undo('postbus', mailbox.stop)
    env.SMTP_URL = mailbox.smtpUrl
  }

  const wantedPort = env.PORT
  if (!isProduction) env.PORT = await nextFreePort(wantedPort, env.HOST)
  if (env.BASE_URL === `http://localhost:${wantedPort}`) env.BASE_URL = `http://localhost:${env.PORT}`

  const context = buildContext(env, database, log)
  ending.undo('verbinding met de database', context.close)
  await seedZuidHolland(context.db)
  ending.goOn()
  if (env.FIRST_ADMINISTRATOR) await appointFirstAdministrator(context.db, env.FIRST_ADMINISTRATOR, context.now())
  if (env.SEED_DEMO) await seedDemo(context.db, context.now())
  ending.goOn()

  if (worksOff) {
    const worker = await startWorker(context, env.SMTP_URL ?? '', sign)
    ending.finish('mail en taken', worker.stop)
  }
  if (env.ROLE === 'all' || env.ROLE === 'intake') {
    const intake = await startIntake(context)
    ending.finish('binnenkomende mail', intake.stop)
  }
  let draining = false
  const isDraining = () => draining
  const server = await listen(
    env.ROLE === 'all' || env.ROLE === 'web'
      ? await webHandler(context, database, logo, isDraining)
      : healthOnly(context, isDraining),
    env,
  )
  ending.finish('bezoekers', () => {
    draining = true
    return closeServer(server)
  })
  if (isProduction) log.info({ role: env.ROLE, host: env.HOST, port: env.PORT }, 'Raadsbriefing staat klaar')
  else console.log(describePortal(env, { wantedPort, mailboxAddress: mailbox?.address }))
}

async function webHandler(
  context: Context,
  database: string,
  logo: ServedLogo | undefined,
  isDraining: () => boolean,
): Promise<RequestListener> {
  const pages = new KeptPages()
  const changes = followContentChanges(database, pages, context.log)
  ending.undo('luisteren naar wijzigingen', changes.stop)
  const buildFile = './remix/server/index.js'
  const build = (await import(buildFile)) as ServerBuild
  const web = buildWeb(context, { build, clientDirectory: path.join(here, 'remix/client'), pages, logo, isDraining })
  return (request, response) => void (pages.serve(request, response) || web(request, response))
}

/** A process without pages still says that it lives. */
function healthOnly(context: Context, isDraining: () => boolean): RequestListener {
  return express().disable('x-powered-by').use(healthRoutes(context, isDraining))
}

function listen(handle: RequestListener, env: Env): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createPatientServer(handle)
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(cannotListen('HOST, PORT', { host: env.HOST, port: env.PORT }, error.code ?? error.message)),
    )
    server.listen(env.PORT, env.HOST, () => resolve(server))
  })
}

/** In-flight requests finish; keep-alive connections close at once when idle, and else when their answer has gone. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const looking = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(looking)
      resolve()
    })
  })
}

async function ownDatabase(env: Env): Promise<string> {
  const database = await startEmbeddedPostgres({ dataDir: path.resolve(env.DATA_DIR, 'postgres') })
  ending.undo('PostgreSQL', database.stop)
  return database.connectionString
}

/** @throws InvalidEnvironment when nothing can be kept there */
async function openDataFolder({ DATA_DIR: folder }: Env): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new InvalidEnvironment([`DATA_DIR: in de map ${folder} kan niets bewaard worden (${code})`])
  }
}

/** What the person at the terminal, or whoever reads the log, has to know of a start that failed. */
function sayWhy(error: NodeJS.ErrnoException): void {
  const sentence = knownReason(error)
  if (productionLog) productionLog.fatal(sentence ? {} : failureFacts(error), sentence ?? 'Het portaal start niet.')
  else console.error(sentence ?? error)
}

function knownReason(error: NodeJS.ErrnoException): string | undefined {
  if (isDatabaseAway(error))
    return `Het portaal start niet: de database is niet bereikbaar (${error.code ?? error.message}).`
  if (isTurnedAway(error))
    return `Het portaal start niet: DATABASE_URL geeft te weinig toegang (${error.code}: ${error.message}).`
  if (error instanceof NewerDatabase)
    return `Het portaal start niet: een nieuwere versie heeft de database bijgewerkt (${error.migrations.join(', ')}). Start die versie, of zet de kopie van daarvoor terug.`
  return error instanceof InvalidEnvironment || error.name === 'AlreadyRunning' ? error.message : undefined
}

const started = main().catch((error: Error) => {
  if (error instanceof Stopped) return
  sayWhy(error)
  void ending.begin(Promise.resolve(), 1)
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void ending.begin(started))
