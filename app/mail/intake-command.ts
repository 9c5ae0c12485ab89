import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { AlreadyRunning, findRunningPostgres, startEmbeddedPostgres } from '#db/embedded.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { buildContext, type Context, siteFrom } from '../context.server.ts'
import { type Env, InvalidEnvironment, readEnvironment } from '../env.server.ts'
import { keepLinkSecret } from '../link-secret.server.ts'
import { type Judgement, judgeMail, judgeUnknownMail } from '../use-cases/inviting/judge-mail.ts'
import { takeInMail } from '../use-cases/inviting/take-in-mail.ts'

const usage = `Gebruik: npm run intake -- BESTAND… [--dry-run] [--to ADRES]
  Neemt bewaarde mail aan zoals die anders via LMTP of IMAP binnenkomt, en toont per bestand op één regel wat er besloten is.
  --dry-run   beslist alleen; schrijft niets
  --to ADRES  het adres waarop de mail is bezorgd, als de kopregels dat niet vertellen`

/** One JSON line per file, without addresses: what it is, what was decided and why. */
async function main(): Promise<number> {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, to: { type: 'string' } },
  })
  if (files.length === 0) {
    console.error(usage)
    return 2
  }
  const env = readEnvironment()
  const isDryRun = values['dry-run']
  const opened = await openDatabase(env, isDryRun)
  try {
    for (const file of files) {
      const raw = await readFile(file)
      console.log(JSON.stringify({ file: path.basename(file), ...(await handle(raw, opened?.context)) }))
    }
  } finally {
    await opened?.close()
  }
  return 0

  async function handle(raw: Buffer, context: Context | undefined): Promise<object> {
    const mail = { raw, deliveredTo: values.to, authservId: env.INTAKE_AUTHSERV_ID }
    if (!context) return wordsFor(await judgeUnknownMail(siteFrom(env), mail, Temporal.Now.instant()))
    const { db, site, now } = context
    if (isDryRun) return wordsFor(await judgeMail(db, site, mail, now()))
    const { deliveredTo, authservId } = mail
    const taken = await takeInMail(db, site, { raw, envelope: { door: 'command', deliveredTo, authservId } }, now())
    const { inboxId, outcome, verdict } = taken
    return { outcome, inboxId, ...verdict, facts: undefined }
  }
}

function wordsFor({ mail, own, finding, decision, ...about }: Judgement): object {
  const { content } = mail
  const calendar = content.kind === 'calendar' ? content.calendar : undefined
  return {
    finding,
    decision: decision?.do ?? (content.kind === 'bounce' ? 'bounce' : 'noAnswer'),
    why: decision && ('why' in decision ? decision.why : 'review' in decision ? decision.review : undefined),
    answer: decision && 'answer' in decision ? decision.answer : undefined,
    via: decision && 'via' in decision ? decision.via : undefined,
    content: content.kind === 'unreadableCalendar' ? `unreadableCalendar: ${content.reason}` : content.kind,
    method: calendar?.method,
    partstat: calendar?.attendees[0]?.partstat,
    sequence: calendar?.sequence,
    reports: content.kind === 'bounce' ? content.reports.map(({ action, status }) => ({ action, status })) : undefined,
    hasToken: own?.box === 'rsvp' && own.token !== undefined,
    isAutomatic: mail.isAutomatic,
    authentication: mail.authentication,
    ...about,
  }
}

type Opened = { context: Context; close: () => Promise<void> }

/** The database of the environment, else the portal's own, which may be at work. A dry run does without one: then nobody and no evening is known. */
async function openDatabase(env: Env, isDryRun: boolean): Promise<Opened | undefined> {
  const folder = path.resolve(env.DATA_DIR, 'postgres')
  if (isDryRun && env.DATABASE_URL === undefined && !existsSync(path.join(folder, 'cluster')))
    return withoutDatabase('er is nog geen database')
  const own = env.DATABASE_URL === undefined ? await openOwn(folder) : undefined
  const connectionString = env.DATABASE_URL ?? own?.connectionString ?? ''
  if (!isDryRun) {
    // What it sends holds links, which the portal must know for its own.
    await mkdir(env.DATA_DIR, { recursive: true, mode: 0o700 })
    await keepLinkSecret(env)
    await migrateToLatest(connectionString)
  }
  const context = buildContext(env, connectionString, pino({ level: env.LOG_LEVEL }, pino.destination(2)))
  return {
    context,
    close: async () => {
      await context.close()
      await own?.stop?.()
    },
  }
}

/** The database of this folder: started for the moment, or the one that `npm start` keeps going. */
async function openOwn(dataDir: string): Promise<{ connectionString: string; stop?: () => Promise<void> }> {
  try {
    return await startEmbeddedPostgres({ dataDir })
  } catch (error) {
    const connectionString = error instanceof AlreadyRunning ? findRunningPostgres(dataDir) : undefined
    if (connectionString === undefined) throw error
    return { connectionString }
  }
}

function withoutDatabase(reason: string): undefined {
  console.error(`Zonder database (${reason}): geen enkele bijeenkomst of deelnemer is bekend.`)
}

// A reader that has seen enough, such as `head`, is no trouble.
process.stdout.on('error', () => process.exit(0))
main().then(
  (code) => process.exit(code),
  (error: Error) => {
    const isPlain = error instanceof InvalidEnvironment || error instanceof AlreadyRunning
    console.error(isPlain ? error.message : error)
    process.exit(1)
  },
)
