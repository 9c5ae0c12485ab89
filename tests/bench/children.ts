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

/** Starts this program once more in another role. It ends when its parent does. */
export async function startRole(role: string, args: string[] = []): Promise<Child> {
  const child = fork(program, [marker + role, ...args], { env: { PATH: process.env.PATH, NODE_ENV: 'production' } })
  await nextMessage(child, role)
  return {
    ask: async <Answer>(message: object) => {
      child.send(message)
      return (await nextMessage(child, role)) as Answer
    },
    stop: () => end(child),
  }
}

async function nextMessage(child: ChildProcess, role: string): Promise<unknown> {
  const controller = new AbortController()
  const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(longestWait)])
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`${role} ended with ${code}`)
      }),
    ])
    return message
  } finally {
    controller.abort()
  }
}

/** What a child says to its parent: first of all that it is ready, then an answer to each message. */
export function answerParent(work: (message: Record<string, unknown>) => Promise<object>): void {
  process.on('disconnect', () => process.exit())
  process.on('message', (message) => {
    work(message as Record<string, unknown>).then(
      (answer) => process.send?.(answer),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
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
