import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** Under whose name PostgreSQL runs, and where its programs and its data lie for that name. */
export type Account = {
  /** Goes before every command. */
  prefix: string[]
  ids: { uid: number; gid: number } | undefined
  home: string
  folder: string
}

type Wanted = { home: string; folder: string }

/** PostgreSQL gets no environment of ours: PGPORT and the like would steer it. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
export const environment = { PATH: path, LC_ALL: 'C' } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv

/**
 * PostgreSQL refuses to run as root, and wants its user to have a name. In order of preference: as ourselves; as the owner of the folder, when
 * root works in somebody's folder; in a user namespace, where root goes by another name and still owns its files; as a system user, with
 * programs and data moved to a place which that user can enter. `unshare` is the command that makes user namespaces.
 */
export function chooseAccount(wanted: Wanted, unshare = 'unshare'): Account {
  if (existsSync(join(wanted.folder, movedNote))) return asSystemUser(wanted)
  if (process.getuid?.() !== 0 && nameOfSelf()) return { ...wanted, prefix: [], ids: undefined }
  const parent = statSync(dirname(wanted.folder))
  if (process.getuid?.() === 0 && parent.uid !== 0) {
    const owner: Account = { ...wanted, prefix: [], ids: { uid: parent.uid, gid: parent.gid } }
    give(wanted.folder, owner.ids)
    if (canWork(owner)) return owner
  }
  if (process.getuid?.() === 0) give(wanted.folder, { uid: 0, gid: 0 })
  const { uid, gid } = someNamedUser()
  const prefix = [unshare, '--user', `--map-user=${uid}`, `--map-group=${gid}`]
  const disguised: Account = { ...wanted, prefix, ids: undefined }
  if (canWork(disguised)) return disguised
  return asSystemUser(wanted)
}

const movedNote = 'LEESMIJ.txt'

/** Root's way out where user namespaces are forbidden, as in many containers. */
export function asSystemUser(wanted: Wanted): Account {
  if (process.getuid?.() !== 0) throw new Error(noWay)
  const ids = systemUser()
  const account: Account = { ...wanted, prefix: [], ids }
  if (!canRun(account)) account.home = openCopy(wanted.home)
  give(wanted.folder, ids)
  const note = join(wanted.folder, movedNote)
  // Data that was moved once stays where it is, also when the machine has become more lenient since.
  if (existsSync(note) || !canWork(account)) {
    account.folder = join(openPlace(), createHash('sha256').update(wanted.folder).digest('hex').slice(0, 12))
    mkdirSync(account.folder, { recursive: true, mode: 0o700 })
    give(account.folder, ids)
    writeFileSync(note, `De database van deze map staat in ${account.folder}.\n`)
  }
  if (!canWork(account)) throw new Error(noWay)
  return account
}

const noWay =
  'De meegeleverde PostgreSQL kan hier niet starten: die mag niet als root draaien en er is geen andere gebruiker mogelijk. Start als gewone gebruiker, of geef een database op met DATABASE_URL.'

function canRun({ prefix, ids, home }: Account): boolean {
  return succeeds([...prefix, join(home, 'bin', 'postgres'), '--version'], ids)
}

function canWork(account: Account): boolean {
  const probe = 'id -un >/dev/null 2>&1 && test -r "$1" -a -w "$1" -a -x "$1"'
  return canRun(account) && succeeds([...account.prefix, 'sh', '-c', probe, 'sh', account.folder], account.ids)
}

function succeeds([command, ...args]: string[], ids: Account['ids']): boolean {
  try {
    execFileSync(command ?? '', args, { ...ids, env: environment, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function nameOfSelf(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function users(): { name: string; uid: number; gid: number }[] {
  if (!existsSync('/etc/passwd')) return []
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.name !== '' && user.uid > 0)
}

function someNamedUser(): { uid: number; gid: number } {
  // 65534 is also how a namespace shows every file of strangers, so it says nothing about who owns what.
  return users().find((user) => user.uid < 65_534) ?? { uid: 1000, gid: 1000 }
}

function systemUser(): { uid: number; gid: number } {
  const find = (name: string) => users().find((user) => user.name === name)
  const known = find('raadsbriefing') ?? find('postgres')
  if (known) return { uid: known.uid, gid: known.gid }
  succeeds(['useradd', '--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'raadsbriefing'], undefined)
  const made = find('raadsbriefing') ?? find('nobody')
  if (!made) throw new Error(noWay)
  return { uid: made.uid, gid: made.gid }
}

/** Hands a folder, and what an earlier account left in it, to its new owner. */
function give(folder: string, ids: Account['ids']): void {
  if (!ids || statSync(folder).uid === ids.uid) return
  execFileSync('chown', ['-R', `${ids.uid}:${ids.gid}`, folder], { env: environment })
  chownSync(folder, ids.uid, ids.gid)
}

function openPlace(): string {
  const place = '/var/lib/raadsbriefing'
  mkdirSync(place, { recursive: true, mode: 0o755 })
  chmodSync(place, 0o755)
  return place
}

function openCopy(home: string): string {
  const size = statSync(join(home, 'bin', 'postgres')).size
  const copy = join(openPlace(), `postgresql-${size}`)
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(home, copy, { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'a+rX', copy], { env: environment })
    writeFileSync(join(copy, 'complete'), '')
  }
  return copy
}
