import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, chooseAccount, environment } from './embedded/account.server.ts'
import { postgresHome } from './embedded/binaries.server.ts'
import { claim } from './embedded/claim.server.ts'
import { birthOf, commandOf, stopPostmaster } from './embedded/process.server.ts'

export { AlreadyRunning } from './embedded/claim.server.ts'

export type EmbeddedPostgres = { connectionString: string; port: number; stop: () => Promise<void> }

export type EmbeddedOptions = {
  dataDir: string
  /** The first port to try; the next free one is taken. */
  port?: number
  log?: (line: string) => void
  /** For tests: quick instead of durable. A crash of the machine, and nothing less, may lose the whole folder. */
  forgetful?: boolean
  /** Forgetful, and `stop` removes the folder. */
  throwaway?: boolean
  chooseAccount?: typeof chooseAccount
}

const alwaysOn = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  log_timezone: 'UTC',
}
const quickly = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

/**
 * Starts the PostgreSQL that npm brought along on a folder of its own, on loopback only, and keeps the folder to this process.
 * What was committed survives any death of either process. Throws AlreadyRunning when a living process has the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log = () => {}, throwaway = false, forgetful = throwaway } = options
  const wanted = resolve(options.dataDir)
  mkdirSync(wanted, { recursive: true, mode: 0o700 })
  const { release } = claim(wanted)
  try {
    const account = (options.chooseAccount ?? chooseAccount)({ home: postgresHome(), folder: wanted })
    const cluster = join(account.folder, 'cluster')
    await stopOrphan(cluster, log)
    const password = existsSync(cluster)
      ? readFileSync(passwordFile(account), 'utf8').trim()
      : initialise(account, forgetful)
    const { port, postmaster, interrupt } = await launch(account, cluster, options.port ?? 54_329, forgetful)
    log(`PostgreSQL luistert op 127.0.0.1:${port}`)
    return {
      port,
      connectionString: addressOf(port, password),
      stop: async () => {
        process.off('exit', interrupt)
        if (postmaster.pid) await stopPostmaster(postmaster.pid)
        if (throwaway) for (const folder of [account.folder, wanted]) rmSync(folder, { recursive: true, force: true })
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** How to reach the server that another process of this user runs on the folder; undefined when it cannot be told. */
export function findRunningPostgres(dataDir: string): string | undefined {
  const folder = resolve(dataDir)
  const [, , , port] = status(join(folder, 'cluster'))
  const file = join(folder, 'password')
  if (!port || !existsSync(file)) return undefined
  return addressOf(Number(port), readFileSync(file, 'utf8').trim())
}

function addressOf(port: number, password: string): string {
  return `postgres://raadsbriefing:${password}@127.0.0.1:${port}/postgres`
}

/** The postmaster outlives a parent that was killed. Its cluster is consistent, but nobody would ever stop it. */
async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = Number(status(cluster)[0])
  if (!pid || birthOf(pid) === undefined || !commandOf(pid).includes(cluster)) return
  log(`PostgreSQL van een eerdere start (proces ${pid}) wordt eerst afgesloten.`)
  await stopPostmaster(pid)
}

const passwordFile = ({ folder }: Account) => join(folder, 'password')

/** Makes the cluster beside its place and moves it there when complete: a start that is cut off leaves nothing half-made. */
function initialise(account: Account, forgetful: boolean): string {
  const fresh = join(account.folder, 'cluster.new')
  rmSync(fresh, { recursive: true, force: true })
  const password = randomBytes(24).toString('hex')
  writeFileSync(passwordFile(account), `${password}\n`, { mode: 0o600 })
  if (account.ids) chownSync(passwordFile(account), account.ids.uid, account.ids.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=raadsbriefing', `--pwfile=${passwordFile(account)}`, '--auth=scram-sha-256']
  const [command = '', ...args] = [
    ...account.prefix,
    join(account.home, 'bin', 'initdb'),
    `--pgdata=${fresh}`,
    ...locale,
    ...access,
  ]
  if (forgetful) args.push('--no-sync')
  const made = spawnSync(command, args, { ...account.ids, env: environment, cwd: account.folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb mislukte: ${made.error ?? made.stderr}`)
  renameSync(fresh, join(account.folder, 'cluster'))
  return password
}

async function launch(account: Account, cluster: string, firstPort: number, forgetful: boolean) {
  const logFile = join(account.folder, 'postgres.log')
  for (let port = firstPort, tries = 0; ; port++) {
    if (port > 65_535) throw new Error('Er is geen vrije poort voor PostgreSQL.')
    if (!(await isFree(port))) continue
    const settings = Object.entries({ ...alwaysOn, ...(forgetful ? quickly : {}), port: String(port) })
    const flags = settings.flatMap(([key, value]) => ['-c', `${key}=${value}`])
    const [command = '', ...args] = [...account.prefix, join(account.home, 'bin', 'postgres'), '-D', cluster, ...flags]
    rmSync(logFile, { force: true })
    const output = openSync(logFile, 'w', 0o600)
    // A process group of its own: Ctrl-C in the terminal must reach us first, so that our last transactions still find a database.
    const spawning = { ...account.ids, env: environment, cwd: account.folder, detached: true } as const
    const postmaster = spawn(command, args, { ...spawning, stdio: ['ignore', output, output] })
    closeSync(output)
    postmaster.unref()
    // Also when this process ends before the server is ready: it runs in a group of its own, and nobody else would stop it.
    const interrupt = () => postmaster.kill('SIGINT')
    process.once('exit', interrupt)
    if (await isReady(postmaster, cluster)) return { port, postmaster, interrupt }
    process.off('exit', interrupt)
    const said = readFileSync(logFile, 'utf8')
    // Both pass: another process took the port just now, or backends of a killed postmaster are still leaving.
    const passing = /could not bind|pre-existing shared memory block/.test(said)
    if (!passing || ++tries > 20) throw new Error(`PostgreSQL start niet. ${said.slice(-2_000)}`)
    await sleep(250)
  }
}

/** The postmaster writes its state in line 8 of postmaster.pid; `ready` means that it accepts connections. */
async function isReady(postmaster: ChildProcess, cluster: string): Promise<boolean> {
  let gone = false
  postmaster.once('exit', () => {
    gone = true
  })
  postmaster.once('error', () => {
    gone = true
  })
  for (const end = Date.now() + 60_000; Date.now() < end && !gone; await sleep(15)) {
    const lines = status(cluster)
    if (Number(lines[0]) === postmaster.pid && lines[7]?.trim() === 'ready') return true
  }
  if (!gone && postmaster.pid) await stopPostmaster(postmaster.pid)
  return false
}

function status(cluster: string): string[] {
  const file = join(cluster, 'postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => done(true)))
  })
}
