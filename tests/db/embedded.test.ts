import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { CompiledQuery } from 'kysely'
import { connect } from '#db/connection.server.ts'
import { asSystemUser, chooseAccount } from '#db/embedded/account.server.ts'
import { claim } from '#db/embedded/claim.server.ts'
import { birthOf } from '#db/embedded/process.server.ts'
import { AlreadyRunning, startEmbeddedPostgres } from '#db/embedded.server.ts'

test.describe.configure({ timeout: 90_000 })

let dataDir = ''
test.beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'raadsbriefing-embedded-'))
})
test.afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

async function query(connectionString: string, statement: string): Promise<unknown[]> {
  const { db, close } = connect(connectionString, { maxConnections: 1 })
  try {
    return (await db.executeQuery(CompiledQuery.raw(statement))).rows
  } finally {
    await close()
  }
}

const postmasterOf = (folder: string) =>
  Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

test('what was written is there after a stop and a start', async () => {
  const first = await startEmbeddedPostgres({ dataDir })
  await query(first.connectionString, `create table kept as select 'één' as word`)
  await first.stop()
  const second = await startEmbeddedPostgres({ dataDir })
  expect(await query(second.connectionString, 'select word, upper(word) as shout from kept')).toEqual([
    { word: 'één', shout: 'ÉÉN' },
  ])
  await second.stop()
  expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
  expect(statSync(dataDir).mode & 0o077).toBe(0)
})

test('what was committed survives a postmaster that is killed', async () => {
  const first = await startEmbeddedPostgres({ dataDir })
  await query(first.connectionString, 'create table kept as select 1 as one')
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  await first.stop()
  const second = await startEmbeddedPostgres({ dataDir })
  expect(await query(second.connectionString, 'select one from kept')).toEqual([{ one: 1 }])
  await second.stop()
})

test('a postmaster whose parent was killed is stopped before the next one starts', async () => {
  const parent = spawn(process.execPath, ['tests/support/embedded-parent.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(parent.stdout, 'data')) as [Buffer]
  await query(line.toString().trim(), 'create table kept as select 1 as one')
  const orphan = postmasterOf(dataDir)
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  expect(birthOf(orphan)).toBeDefined()

  const lines: string[] = []
  const second = await startEmbeddedPostgres({ dataDir, log: (each) => lines.push(each) })
  expect(birthOf(orphan)).toBeUndefined()
  expect(lines[0]).toContain(`proces ${orphan}`)
  expect(await query(second.connectionString, 'select one from kept')).toEqual([{ one: 1 }])
  await second.stop()
})

test('a second start in the same folder is refused and leaves the first alone', async () => {
  const first = await startEmbeddedPostgres({ dataDir })
  const refused = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(AlreadyRunning)
  expect((refused as Error).message).toContain(`Raadsbriefing draait al in deze map (proces ${process.pid})`)
  expect(await query(first.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
  await first.stop()
})

test('judging a dead owner and taking its place is one step: another starter waits until it is done', async () => {
  const owner = join(dataDir, 'owner.json')
  const lock = join(dataDir, 'owner.lock')
  writeFileSync(owner, JSON.stringify({ pid: process.ppid, birth: '1' }))
  mkdirSync(lock)
  const starter = spawn(process.execPath, ['tests/support/embedded-claimant.ts', dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const heard: string[] = []
  starter.stdout.on('data', (text: Buffer) => heard.push(text.toString().trim()))
  await expect.poll(() => heard, { timeout: 30_000 }).toEqual(['ready'])
  starter.stdin.write('go')
  await sleep(1_000)
  expect(heard).toEqual(['ready'])

  // The one that was judging takes the place; whoever waited must not judge by what was there before.
  writeFileSync(owner, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }))
  rmdirSync(lock)
  await expect.poll(() => heard, { timeout: 30_000 }).toEqual(['ready', 'AlreadyRunning'])
  starter.kill('SIGKILL')
})

test('a starter that died while judging holds nobody up', () => {
  const lock = join(dataDir, 'owner.lock')
  mkdirSync(lock)
  utimesSync(lock, new Date(0), new Date(0))
  const { release } = claim(dataDir)
  expect(existsSync(lock)).toBe(false)
  release()
})

test('a living process that merely got the number of the dead owner does not hold the folder', () => {
  const file = join(dataDir, 'owner.json')
  const me = { pid: process.pid, birth: birthOf(process.pid) }
  writeFileSync(file, JSON.stringify({ pid: process.ppid, birth: '1' }))
  const { release } = claim(dataDir)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(me)
  expect(() => claim(dataDir)).toThrow(AlreadyRunning)
  release()
  expect(existsSync(file)).toBe(false)
})

test('a taken port is passed over', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  const database = await startEmbeddedPostgres({ dataDir, port, throwaway: true })
  expect(database.port).toBeGreaterThan(port)
  expect(await query(database.connectionString, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  await database.stop()
  expect(existsSync(dataDir)).toBe(false)
  taken.close()
})

test('without the password nobody comes in', async () => {
  const database = await startEmbeddedPostgres({ dataDir, throwaway: true })
  const wrong = database.connectionString.replace(/:[0-9a-f]{48}@/, ':guess@')
  await expect(query(wrong, 'select 1')).rejects.toThrow('password authentication failed')
  await database.stop()
})

test('where user namespaces are forbidden, root uses a system user; anybody else is simply themselves', async () => {
  const root = process.getuid?.() === 0
  const choose: typeof chooseAccount = (wanted) =>
    root ? asSystemUser(wanted) : chooseAccount(wanted, '/nonexistent/unshare')
  const first = await startEmbeddedPostgres({ dataDir, chooseAccount: choose })
  await query(first.connectionString, 'create table kept as select 1 as one')
  const owner = statSync(`/proc/${findPostmaster(first.port)}`).uid
  expect(owner === 0).toBe(false)
  await first.stop()
  const second = await startEmbeddedPostgres({ dataDir })
  expect(await query(second.connectionString, 'select one from kept')).toEqual([{ one: 1 }])
  await second.stop()
})

function findPostmaster(port: number): number {
  const pid = postmasterOf(dataDir)
  expect(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3]).toBe(String(port))
  return pid
}
