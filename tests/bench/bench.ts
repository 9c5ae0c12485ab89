// `npm run bench`: what the portal costs beside the least that the same machine can do, as ratios within one run. Nothing passes or fails here.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '#db/connection.server.ts'
import { startEmbeddedPostgres } from '#db/embedded.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { seedZuidHolland } from '#db/seed/seed.server.ts'
import { sendBare } from './bare-mailer.ts'
import { roleOfThisProcess } from './children.ts'
import { compareComposing } from './composing.ts'
import { compareInvitations } from './invitations.ts'
import { generateLoad } from './load.ts'
import { serveMinimalPage } from './minimal-page.tsx'
import { comparePages } from './pages.ts'
import { type Comparison, printComparisons, printHeading, type Workbench } from './report.ts'
import { swallowMail } from './smtp-sink.ts'
import { compareSubmitting } from './submitting.ts'
import { compareTakingIn } from './taking-in.ts'

/** Each of these runs in a process of its own, so that one side of a comparison does not pay for the other. */
const roles: Record<string, () => Promise<void>> = {
  'minimal-page': serveMinimalPage,
  load: generateLoad,
  'smtp-sink': swallowMail,
  'bare-mailer': sendBare,
}

const parts: Record<string, (bench: Workbench) => Promise<Comparison[]>> = {
  pages: comparePages,
  submitting: compareSubmitting,
  invitations: compareInvitations,
  'taking-in': compareTakingIn,
  composing: compareComposing,
}

async function main(chosen: string[]): Promise<void> {
  const started = performance.now()
  // Ending this process is what ends the database and the children it started.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const dataDir = mkdtempSync(join(tmpdir(), 'raadsbriefing-bench-'))
  // A commit reaches the disk, as it does in production: half of what a mail costs is knowing that it was sent.
  const postgres = await startEmbeddedPostgres({ dataDir, port: 56_432, forgetful: false, throwaway: true })
  const { db, pool, close } = connect(postgres.connectionString, { maxConnections: 20 })
  try {
    await migrateToLatest(postgres.connectionString)
    await seedZuidHolland(db)
    printHeading()
    const comparisons: Comparison[] = []
    for (const [name, compare] of Object.entries(parts)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue
      comparisons.push(...(await compare({ db, pool, dataDir, connectionString: postgres.connectionString })))
    }
    printComparisons(comparisons, (performance.now() - started) / 1000)
  } finally {
    await close()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const role = roleOfThisProcess()
if (role === undefined) await main(process.argv.slice(2))
else await roles[role]?.()
