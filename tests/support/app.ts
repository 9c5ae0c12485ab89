import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type Connection, connect, type Db } from '#db/connection.server.ts'
import { serverUrl } from './database.ts'
import { type MailSink, startMailSink } from './mail-sink.ts'
import { type PortalProcess, startPortal } from './portal-process.ts'
import { copyOf } from './templates.ts'

export { expect }

export type App = {
  baseUrl: string
  db: Db
  pool: Connection['pool']
  connectionString: string
  mails: MailSink
  portal: PortalProcess
}

/**
 * The built portal with a database of its own (the demo story in it) and a mail server that keeps what it gets. One per worker, shared by the
 * tests of that worker: a test that needs a clean slate starts its own with `startApp`.
 */
export const test = base.extend<{ baseURL: string }, { app: App }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const { stop, ...app } = await startApp()
      await use(app)
      await stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ app }, use) => use(app.baseUrl),
})

/** The same for one test; `env` adds to the portal's environment. `over` gives another way to the same database, for the portal only. */
export async function startApp(
  env: Record<string, string> = {},
  over = async (connectionString: string) => connectionString,
): Promise<App & { stop: () => Promise<void> }> {
  const copy = await copyOf(serverUrl(), 'story')
  const mails = await startMailSink()
  const dataDir = mkdtempSync(join(tmpdir(), 'raadsbriefing-app-'))
  const { db, pool, close } = connect(copy.connectionString)
  const portal = await startPortal({
    NODE_ENV: 'test',
    DATABASE_URL: await over(copy.connectionString),
    SMTP_URL: mails.smtpUrl,
    DATA_DIR: dataDir,
    SEED_DEMO: '1',
    ...env,
  })
  return {
    baseUrl: portal.baseUrl,
    db,
    pool,
    connectionString: copy.connectionString,
    mails,
    portal,
    stop: async () => {
      await portal.stop()
      await close()
      await mails.stop()
      await copy.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
