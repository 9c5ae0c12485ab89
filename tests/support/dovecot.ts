import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from './portal-process.ts'

const program = '/usr/sbin/dovecot'
const parts = [program, '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp']
const password = 'proef'

export type Dovecot = {
  lmtpPort: number
  /** For INTAKE_IMAP_URL: the mailbox that everything to rsvp@ and rsvp+…@ ends up in. */
  imapUrl: string
  /** How many mails lie in a folder, INBOX by default. */
  count: (folder?: string) => Promise<number>
  uidValidity: () => Promise<number>
  /** Pulls the plug; what was delivered stays on the disk. */
  kill: () => Promise<void>
  start: () => Promise<void>
  /** While it is down: the mailbox is made anew and empty, as after a disaster. Every UID begins again, under another UIDVALIDITY. */
  beginAnew: () => void
  stop: () => Promise<void>
}

/** Why Dovecot cannot run here, or undefined. */
export function whyNoDovecot(): string | undefined {
  const missing = parts.filter((part) => !existsSync(part))
  if (missing.length > 0) return `${missing.join(', ')} not there (Debian: dovecot-core dovecot-imapd dovecot-lmtpd)`
  return process.getuid?.() === 0 ? undefined : 'it gives each mailbox a user of its own, which only root may do'
}

/** A real mail store: what comes in by LMTP is read by IMAP. On loopback, in a folder of its own, gone afterwards. */
export async function startDovecot(options: { settings?: string } = {}): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'raadsbriefing-dovecot-'))
  chmodSync(folder, 0o755)
  const mails = join(folder, 'mail')
  mkdirSync(mails)
  chmodSync(mails, 0o777)
  const [imapPort, lmtpPort] = [await freePort(), await freePort()]
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, configuration({ folder, mails, imapPort, lmtpPort }) + (options.settings ?? ''))
  let child: ChildProcess | undefined
  // A group of its own, so that the processes that hold the connections go with it.
  const signal = (name: NodeJS.Signals) => child?.pid !== undefined && process.kill(-child.pid, name)
  const kill = () => child?.exitCode === null && child.signalCode === null && signal('SIGKILL')
  process.once('exit', kill)

  const start = async () => {
    child = spawn(program, ['-F', '-c', config], { stdio: 'ignore', detached: true })
    await Promise.all([imapPort, lmtpPort].map((port) => untilListening(port, join(folder, 'log'))))
  }
  const end = async (name: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    signal(name)
    await ended
    await Promise.all([imapPort, lmtpPort].map(untilSilent))
  }
  const status = async (name: string, field: string) => {
    const args = ['-c', config, '-f', 'flow', 'mailbox', 'status', '-u', 'rsvp', field, name]
    const { stdout } = await promisify(execFile)('/usr/bin/doveadm', args)
    return Number(new RegExp(`${field}=(\\d+)`).exec(stdout)?.[1] ?? Number.NaN)
  }
  await start()
  return {
    lmtpPort,
    imapUrl: `imap://rsvp:${password}@127.0.0.1:${imapPort}/INBOX`,
    // A folder that nobody made yet holds nothing.
    count: (name = 'INBOX') => status(name, 'messages').catch(() => 0),
    uidValidity: () => status('INBOX', 'uidvalidity'),
    kill: () => end('SIGKILL'),
    start,
    beginAnew: () => {
      // Its own note of the last UIDVALIDITY stays, so that the next one is another within the same second too.
      const inbox = join(mails, 'rsvp')
      for (const part of ['cur', 'new'])
        for (const mail of readdirSync(join(inbox, part))) rmSync(join(inbox, part, mail))
      for (const name of ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache'])
        rmSync(join(inbox, name), { force: true })
    },
    stop: async () => {
      await end('SIGTERM')
      process.off('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Places = { folder: string; mails: string; imapPort: number; lmtpPort: number }

function configuration({ folder, mails, imapPort, lmtpPort }: Places): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${mails}/%n
recipient_delimiter = +
auth_username_format = %n
mailbox_list_index = no
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${mails}/%n allow_all_users=yes
}
namespace inbox {
  inbox = yes
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
`
}

const answers = (port: number) =>
  new Promise<boolean>((tell) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => socket.end(() => tell(true)))
    socket.once('error', () => tell(false))
    socket.once('close', () => tell(false))
  })

async function untilListening(port: number, log: string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(25)) if (await answers(port)) return
  throw new Error(`Dovecot does not answer.\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
}

async function untilSilent(port: number): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(25)) if (!(await answers(port))) return
  throw new Error('Dovecot goes on answering')
}
