import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { birthOf, stopPostmaster } from '#db/embedded/process.server.ts'
import { startEmbeddedPostgres } from '#db/embedded.server.ts'
import { makeTemplates } from './templates.ts'

const prefix = 'raadsbriefing-test-'

/** One PostgreSQL for the whole run, with the template databases that every test copies. TEST_PG_URL names another one to use (superuser, disposable). */
export default async function startCluster(): Promise<() => Promise<void>> {
  if (onlyUnitTests(process.argv)) return async () => {}
  if (process.env.TEST_PG_URL) {
    await makeTemplates(process.env.TEST_PG_URL)
    return async () => {}
  }
  await removeLeftovers()
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  const cluster = await startEmbeddedPostgres({ dataDir, port: 55_432, throwaway: true })
  process.env.TEST_PG_URL = cluster.connectionString
  await makeTemplates(cluster.connectionString)
  return cluster.stop
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
