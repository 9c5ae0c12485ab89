import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { birthOf } from '#db/embedded/process.server.ts'
import { startApp } from '#tests/support/app.ts'
import { freePort } from '#tests/support/portal-process.ts'

test.describe.configure({ timeout: 120_000 })

test('the portal says that it is alive and ready, and ends by itself on SIGTERM', async () => {
  const app = await startApp()
  expect((await fetch(`${app.baseUrl}/healthz`)).status).toBe(200)
  expect((await fetch(`${app.baseUrl}/readyz`)).status).toBe(200)
  const asked = Date.now()
  expect(await app.portal.stop()).toBe(0)
  expect(Date.now() - asked).toBeLessThan(10_000)
  await app.stop()
})

test('production without its settings does not start, and names every one that is missing', async () => {
  const { child, output } = launch({ NODE_ENV: 'production' })
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(1)
  const marked = readFileSync('.env.example', 'utf8').matchAll(/^#.*\(verplicht.*\).*\n((?:[A-Z_]+=\n)+)/gm)
  const needed = [...marked].flatMap(([, keys = '']) => keys.match(/[A-Z_]+/g) ?? [])
  expect(needed).toHaveLength(14)
  for (const key of needed) expect(output()).toContain(`${key}: ontbreekt (verplicht in productie)`)
})

// Seen to end with a stack of Node.
test('a folder where nothing can be kept keeps the portal from starting, and the sentence names it', async () => {
  const { child, output } = launch({ DATA_DIR: '/dev/null/gegevens' })
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(1)
  expect(output()).toContain('DATA_DIR: in de map /dev/null/gegevens kan niets bewaard worden (ENOTDIR)')
  expect(output()).not.toMatch(/^ +at /m)
})

test('a key that would silently not sign keeps the portal from starting, and the sentence says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'raadsbriefing-key-'))
  const [path, key] = [join(folder, 'dkim.pem'), generateKeyPairSync('ed25519').privateKey]
  writeFileSync(path, key.export({ type: 'pkcs8', format: 'pem' }))
  const signing = { DKIM_DOMAIN: 'briefings.example', DKIM_SELECTOR: 'a1', DATA_DIR: folder }
  const start = async (DKIM_PRIVATE_KEY_PATH: string) => {
    const { child, output } = launch({ ...signing, DKIM_PRIVATE_KEY_PATH })
    const [code] = (await once(child, 'exit')) as [number]
    return { code, said: output() }
  }
  const wrong = await start(path)
  expect(wrong.code).toBe(1)
  expect(wrong.said).toContain('DKIM_PRIVATE_KEY_PATH: een sleutel van het soort ed25519 ondertekent niet.')
  expect(wrong.said).not.toContain('PRIVATE KEY-----')
  const missing = await start(join(folder, 'is-er-niet.pem'))
  expect(missing.code).toBe(1)
  expect(missing.said).toContain('DKIM_PRIVATE_KEY_PATH: het bestand met de sleutel is niet te openen (ENOENT)')
  rmSync(folder, { recursive: true, force: true })
})

test.describe('npm start', () => {
  let dataDir = ''
  test.beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'raadsbriefing-start-'))
  })
  test.afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  const pidIn = (file: string) => Number(readFileSync(join(dataDir, 'postgres', file), 'utf8').match(/\d+/)?.[0])

  async function start(env: Record<string, string> = {}, command?: string[]) {
    const ports = { PORT: String(await freePort()), MAILBOX_PORT: String(await freePort()) }
    const started = launch({ DATA_DIR: dataDir, ...ports, ...env }, command)
    await expect.poll(started.output, { timeout: 60_000 }).toMatch(/Ctrl-C/)
    return { ...started, portal: pidIn('owner.json'), postmaster: pidIn('cluster/postmaster.pid') }
  }

  const alive = (...pids: number[]) => pids.filter((pid) => birthOf(pid) !== undefined).length

  test('Ctrl-C ends everything that it started', async () => {
    const { child, portal, postmaster } = await start()
    expect(alive(portal, postmaster)).toBe(2)
    child.kill('SIGINT')
    expect(await exitCode(child)).toBe(0)
    expect(alive(portal, postmaster)).toBe(0)
  })

  // Seen to leave the database running, and to wait nine seconds for what was started meanwhile.
  test('told to stop while it starts, it ends soon and leaves nothing behind', async () => {
    const { child, output } = launch({ DATA_DIR: dataDir, PORT: String(await freePort()) })
    const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
    await expect.poll(() => existsSync(file), { timeout: 60_000, intervals: [5] }).toBe(true)
    const [portal, postmaster] = [pidIn('owner.json'), pidIn('cluster/postmaster.pid')]
    const asked = performance.now()
    child.kill('SIGTERM')
    expect(await exitCode(child)).toBe(0)
    expect(performance.now() - asked).toBeLessThan(8_000)
    expect(output()).not.toContain('staat klaar')
    await expect.poll(() => alive(portal, postmaster), { timeout: 10_000 }).toBe(0)
  })

  test('a launcher that is killed takes the portal and its database along', async () => {
    const { child, portal, postmaster } = await start()
    child.kill('SIGKILL')
    await expect.poll(() => alive(portal, postmaster), { timeout: 15_000 }).toBe(0)
  })

  // npm gives SIGTERM to its shell, and the shell ends without passing it on: seen to leave the portal running.
  test('a shell of npm that ends takes everything along', async () => {
    const shell = ['sh', '-c', '"$0" bin/setup.mjs start; true', process.execPath]
    const { child, portal, postmaster } = await start({ npm_lifecycle_event: 'start' }, shell)
    child.kill('SIGTERM')
    try {
      await expect.poll(() => alive(portal, postmaster), { timeout: 15_000 }).toBe(0)
    } finally {
      if (alive(portal)) process.kill(portal, 'SIGTERM')
    }
  })

  // Seen to go on installing, in the way of the next start.
  test('told to stop while a program runs for it, it takes that along, and what that started', async () => {
    const file = join(dataDir, 'pid')
    const waiting = `import('./bin/console.mjs').then(({ capture }) => capture('sh', ['-c', 'sleep 300 & echo $! > "$0"; wait', ${JSON.stringify(file)}]))`
    const { child } = launch({}, [process.execPath, '-e', waiting])
    const written = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0)
    await expect.poll(written, { timeout: 10_000 }).toBeGreaterThan(0)
    child.kill('SIGTERM')
    try {
      expect(await exitCode(child)).toBe(143)
      await expect.poll(() => alive(written()), { timeout: 5_000 }).toBe(0)
    } finally {
      if (alive(written())) process.kill(written(), 'SIGKILL')
    }
  })

  test('a second start in the same folder says so; a start after kill -9 simply works', async () => {
    const { child, portal } = await start()
    const second = launch({ DATA_DIR: dataDir, PORT: String(await freePort()) })
    expect(await exitCode(second.child)).toBe(1)
    expect(second.output()).toContain(`Raadsbriefing draait al in deze map (proces ${portal})`)
    expect(alive(portal)).toBe(1)

    process.kill(portal, 'SIGKILL')
    await exitCode(child)
    const again = await start()
    again.child.kill('SIGTERM')
    expect(await exitCode(again.child)).toBe(0)
  })

  test('taken ports are named, and the next free ones are used', async () => {
    const [taken, takenToo] = [createServer().listen(0, '127.0.0.1'), createServer().listen(0, '127.0.0.1')]
    await Promise.all([once(taken, 'listening'), once(takenToo, 'listening')])
    const [port, mailboxPort] = [taken, takenToo].map((server) => (server.address() as { port: number }).port)
    const { child, output } = await start({ PORT: String(port), MAILBOX_PORT: String(mailboxPort) })
    expect(output()).toContain(`Poort ${port} was bezet; het portaal`)
    expect(output()).toContain(`Poort ${mailboxPort} was bezet; de postbus`)
    const address = output().match(/http:\/\/localhost:(\d+)/)
    expect(Number(address?.[1])).toBeGreaterThan(Number(port))
    expect((await fetch(`http://127.0.0.1:${address?.[1]}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    await exitCode(child)
    taken.close()
    takenToo.close()
  })
})

function launch(env: Record<string, string>, command = [process.execPath, 'bin/setup.mjs', 'start']) {
  const { PATH = '', HOME = '' } = process.env
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    env: { PATH, HOME, ...env } as Record<string, string> as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  return { child, output: () => output }
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
