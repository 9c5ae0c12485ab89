import { setTimeout as sleep } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import type { IntakeDesk } from './intake.server.ts'
import { maxMailBytes } from './reply.ts'

export type MailboxOptions = {
  /** imaps://user:password@host/INBOX; imap:// upgrades with STARTTLS. */
  url: string
  /** An OAuth2 access token instead of the password; asked again at every connection, because tokens expire. */
  accessToken?: () => Promise<string>
  /** Without news from the server it is asked this often. */
  pollSeconds?: number
  firstRetryMs?: number
}

const folders = { done: 'Verwerkt', review: 'Nakijken' } as const
type Folder = (typeof folders)[keyof typeof folders]
const longestRetryMs = 5 * 60_000
const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * The door for a hosted mailbox. What lies in it is taken in, then moved away; a mail that cannot be kept stays, and the connection
 * is made again, ever slower. A mail that was taken in and not moved yet is known by UIDVALIDITY and UID (RFC 9051 §2.3.1.1): it is moved the next time, and
 * not taken in again. After that its hash in the inbox knows it.
 */
export function openImapDoor(desk: IntakeDesk, options: MailboxOptions): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const taken = new Map<string, Folder>()
  let current: ImapFlow | undefined
  const watch = async () => {
    const firstRetry = options.firstRetryMs ?? 1_000
    for (let retry = firstRetry; !stopping.signal.aborted; ) {
      try {
        current = await connect(options)
        const client = current
        client.on('error', (error) => desk.onTrouble('imap', error))
        const onQuiet = () => {
          retry = firstRetry
        }
        await attend(desk, client, { options, taken, signal: stopping.signal, onQuiet })
      } catch (error) {
        if (!stopping.signal.aborted) desk.onTrouble('imap', error)
      }
      current?.close()
      await sleep(retry, undefined, { signal: stopping.signal }).catch(() => undefined)
      retry = Math.min(retry * 2, longestRetryMs)
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      stopping.abort()
      current?.close()
      await watching
    },
  }
}

async function connect({ url, accessToken, pollSeconds = 60 }: MailboxOptions): Promise<ImapFlow> {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'imaps:'
  const secret = accessToken ? { accessToken: await accessToken() } : { pass: decodeURIComponent(password) }
  const client = new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    // Never a password in the clear over a network.
    doSTARTTLS: !secure && !loopback.includes(hostname) ? true : undefined,
    auth: { user: decodeURIComponent(username), ...secret },
    // Its own default waits fifteen seconds before it listens.
    autoIdleDelay: 200,
    maxIdleTime: pollSeconds * 1_000,
    logger: false,
  })
  await client.connect()
  return client
}

type Watch = { options: MailboxOptions; taken: Map<string, Folder>; signal: AbortSignal; onQuiet: () => void }

async function attend(desk: IntakeDesk, client: ImapFlow, { options, taken, signal, onQuiet }: Watch): Promise<void> {
  const bell = new Bell()
  client.on('exists', bell.ring)
  client.on('close', bell.ring)
  signal.addEventListener('abort', bell.ring, { once: true })
  const path = decodeURIComponent(new URL(options.url).pathname.slice(1)) || 'INBOX'
  for (const folder of Object.values(folders)) await client.mailboxCreate(folder)
  await client.mailboxOpen(path)
  while (!signal.aborted) {
    // Without it the count of messages stays what it was when the mailbox was opened.
    await client.noop()
    await takeAll(desk, client, taken)
    onQuiet()
    await bell.wait((options.pollSeconds ?? 60) * 1_000)
    if (!client.usable && !signal.aborted) throw new Error('the connection with the mailbox was lost')
  }
}

async function takeAll(desk: IntakeDesk, client: ImapFlow, taken: Map<string, Folder>): Promise<void> {
  const mailbox = client.mailbox
  if (!mailbox || mailbox.exists === 0) return
  const listed = await client.fetchAll('1:*', { uid: true, size: true })
  for (const { uid, size = 0 } of listed) {
    const key = `${mailbox.uidValidity}:${uid}`
    const folder = taken.get(key) ?? (await takeOne(desk, client, { uid, size }))
    if (folder === undefined) continue
    taken.set(key, folder)
    // It says no, and does not throw, when the connection is gone.
    if (await client.messageMove(String(uid), folder, { uid: true })) taken.delete(key)
    else if (client.usable) desk.onTrouble('imap', new Error('a mail could not be moved'))
    else throw new Error('the connection with the mailbox was lost before a mail was moved')
  }
}

/** Where the mail belongs now; undefined when it was gone already. */
async function takeOne(
  desk: IntakeDesk,
  client: ImapFlow,
  { uid, size }: { uid: number; size: number },
): Promise<Folder | undefined> {
  if (size > maxMailBytes) {
    desk.onTrouble('imap', new Error('a mail is too large and waits in the folder to look at'))
    return folders.review
  }
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (!message || message.source === undefined) return undefined
  const { needsReview } = await desk.take(message.source, undefined)
  return needsReview ? folders.review : folders.done
}

/** Rings when the server tells of mail or ends the connection; a ring while nobody waits is not lost. */
class Bell {
  #hasRung = false
  #wake: (() => void) | undefined

  ring = () => {
    this.#hasRung = true
    this.#wake?.()
  }

  async wait(longestMs: number): Promise<void> {
    const timer = setTimeout(this.ring, longestMs)
    if (!this.#hasRung)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    clearTimeout(timer)
    this.#hasRung = false
  }
}
