import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { birthOf, stopPostmaster } from '#db/embedded/process.server.ts'
import { AlreadyRunning, startEmbeddedPostgres } from '#db/embedded.server.ts'
import { makeTemplates } from './templates.ts'

const prefix = 'raadsbriefing-test-'

/**
 * One PostgreSQL for the whole run, with the template databases that every test copies. It is kept in .cache for the next run, which then needs
 * no new templates unless their sources changed. TEST_PG_URL names another server to use (as a superuser, nothing on it is safe).
 */
export default async function startCluster(): Promise<() => Promise<void>> {
  if (onlyUnitTests(process.argv)) return async () => {}
  const given = process.env.TEST_PG_URL
  const cluster = given ? { connectionString: given, stop: async () => {} } : await ownCluster()
  process.env.TEST_PG_URL = cluster.connectionString
  await makeTemplates(cluster.connectionString).catch(async (error) => {
    await cluster.stop()
    throw error
  })
  return cluster.stop
}

async function ownCluster() {
  const kept = fileURLToPath(new URL('../../.cache/postgres', import.meta.url))
  const options = { port: 55_432, forgetful: true }
  return startEmbeddedPostgres({ ...options, dataDir: kept }).catch(async (error: unknown) => {
    // Another run in this folder has it: this one gets a cluster of its own.
    if (error instanceof AlreadyRunning) return temporaryCluster()
    rmSync(kept, { recursive: true, force: true })
    return startEmbeddedPostgres({ ...options, dataDir: kept })
  })
}

async function temporaryCluster() {
  await removeLeftovers()
  return startEmbeddedPostgres({ dataDir: mkdtempSync(join(tmpdir(), prefix)), port: 55_432, throwaway: true })
}

function onlyUnitTests(args: string[]): boolean {
  const projects = args.flatMap((arg, at) => {
    if (arg.startsWith('--project=')) return [arg.slice('--project='.length)]
    return arg === '--project' ? [args[at + 1]] : []
  })
  return args.includes('--list') || (projects.length > 0 && projects.every((project) => project === 'unit'))
}

/** A run that was killed leaves its cluster behind, still running. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const owner = readNumberedJson(join(folder, 'owner.json'))
    if (!owner || birthOf(owner.pid) === owner.birth) continue
    const postmaster = Number(readText(join(folder, 'cluster', 'postmaster.pid')).split('\n')[0])
    if (postmaster && birthOf(postmaster) !== undefined) await stopPostmaster(postmaster)
    rmSync(folder, { recursive: true, force: true })
  }
}

function readNumberedJson(file: string): { pid: number; birth: string } | undefined {
  const text = readText(file)
  return text ? (JSON.parse(text) as { pid: number; birth: string }) : undefined
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
