import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseAccount } from '#db/embedded/account.server.ts'
import { postgresHome } from '#db/embedded/binaries.server.ts'
import { birthOf } from '#db/embedded/process.server.ts'
import { startEmbeddedPostgres } from '#db/embedded.server.ts'

/** A PostgreSQL of its own that writes to disk as it does in production, and can be killed and started again at the same address. */
export async function startKillableDatabase() {
  const dataDir = mkdtempSync(join(tmpdir(), 'raadsbriefing-kill-'))
  const { folder } = chooseAccount({ home: postgresHome(), folder: dataDir })
  let running = await startEmbeddedPostgres({ dataDir, port: 59_432 })
  const { connectionString, port } = running
  const postmaster = () => Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    connectionString,
    dataDir,
    /** SIGKILL to the postmaster; the processes it started die with it. */
    async kill(): Promise<void> {
      const pid = postmaster()
      process.kill(pid, 'SIGKILL')
      while (birthOf(pid) !== undefined) await new Promise((turn) => setImmediate(turn))
      await running.stop()
    },
    async start(): Promise<void> {
      running = await startEmbeddedPostgres({ dataDir, port })
      if (running.port !== port) throw new Error('the database came back at another address')
    },
    async remove(): Promise<void> {
      await running.stop()
      for (const each of [folder, dataDir]) rmSync(each, { recursive: true, force: true })
    },
  }
}
