import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(import.meta.url)
const marker = '--role='
const longestWait = 60_000

/** Which part this process plays; undefined for the one that was started by hand. */
export function roleOfThisProcess(): string | undefined {
  return process.argv[2]?.startsWith(marker) ? process.argv[2].slice(marker.length) : undefined
}

export type Child = {
  /** Sends a message and waits for the next one that comes back. */
  ask: <Answer>(message: object) => Promise<Answer>
  stop: () => Promise<void>
}

/** What a child says when it cannot go on. */
type Failure = { failed: string }

/**
 * Starts this program once more in another role. It ends when its parent does. One that ends by itself is named, with its reason, to whoever asks it
 * something.
 */
export async function startRole(role: string, args: string[] = []): Promise<Child> {
  const child = fork(program, [marker + role, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    // Not those of this process: bin/follow.mjs lets a program end that only waits for a word of its parent.
    execArgv: ['--enable-source-maps'],
  })
  let reason = ''
  child.on('message', (message: Partial<Failure>) => {
    reason = message.failed ? `: ${message.failed}` : reason
  })
  const ended = once(child, 'close').then(([code, signal]) => {
    throw new Error(`“${role}” of the bench ended (${signal ?? `code ${code}`})${reason}`)
  })
  // Heard by whoever asks next; nobody may be asking now.
  ended.catch(() => {})
  const answer = () => Promise.race([nextMessage(child, role), ended])
  await answer()
  return {
    ask: async <Answer>(message: object) => {
      const answered = answer()
      // A child that is gone takes no message; `ended` tells.
      child.send(message, () => {})
      return (await answered) as Answer
    },
    stop: () => end(child),
  }
}

async function nextMessage(child: ChildProcess, role: string): Promise<unknown> {
  const signal = AbortSignal.timeout(longestWait)
  for (;;) {
    const [message] = await once(child, 'message', { signal }).catch((error: Error) => {
      throw signal.aborted ? new Error(`“${role}” of the bench does not answer`) : error
    })
    // Its end follows, and tells more.
    if (!(message as Partial<Failure>).failed) return message
  }
}

/** What a child says to its parent: first of all that it is ready, then an answer to each message; or why it ends. */
export function answerParent(work: (message: Record<string, unknown>) => Promise<object>): void {
  const fail = (error: unknown) => {
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.send?.({ failed } satisfies Failure, () => process.exit(1))
  }
  process.on('uncaughtException', fail)
  process.on('disconnect', () => process.exit())
  process.on('message', (message) => {
    work(message as Record<string, unknown>).then((answer) => process.send?.(answer), fail)
  })
  process.send?.({ ready: true })
}

/** The built portal, as `npm start` runs it. It is ready when it says so. */
export async function startPortal(env: Record<string, string>): Promise<{ stop: () => Promise<void> }> {
  const server = path.join(path.dirname(program), 'server.js')
  const child = spawn(process.execPath, [server], {
    env: {
      NODE_ENV: 'development',
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      SEED_DEMO: '0',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => {
      throw new Error(`the portal ended with ${code}`)
    }),
  ])
  child.stdout.resume()
  return {
    stop: async () => {
      process.off('exit', kill)
      await end(child)
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
