import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../build/server.js', import.meta.url))

export type PortalProcess = {
  baseUrl: string
  child: ChildProcess
  output: () => string
  /** SIGTERM, and SIGKILL when it has not drained after 12 seconds. Gives back the exit code. */
  stop: () => Promise<number | null>
}

/** Starts the built portal with exactly this environment and waits until it says that it is ready. */
export async function startPortal(env: Record<string, string>): Promise<PortalProcess> {
  const port = env.PORT ?? String(await freePort())
  const baseUrl = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: port,
      BASE_URL: baseUrl,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  // A run that is interrupted must not leave the portal behind.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit').then(([code]: unknown[]) => {
    process.off('exit', kill)
    return code as number | null
  })
  for (const end = Date.now() + 90_000; !(await isReady(baseUrl)); await sleep(50)) {
    if (child.exitCode === null && Date.now() < end) continue
    kill()
    throw new Error(`The portal did not get ready at ${baseUrl}.\n${output}`)
  }
  return {
    baseUrl,
    child,
    output: () => output,
    stop: async () => {
      const force = setTimeout(kill, 12_000)
      child.kill('SIGTERM')
      const code = await ended
      clearTimeout(force)
      return code
    },
  }
}

const isReady = (baseUrl: string) =>
  fetch(`${baseUrl}/readyz`).then(
    (response) => response.ok,
    () => false,
  )

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
