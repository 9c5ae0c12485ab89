import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Db } from '#db/connection.server.ts'
import { serverUrl } from './database.ts'
import { type MailSink, startMailSink } from './mail-sink.ts'
import { type PortalProcess, startPortal } from './portal-process.ts'
import { copyOf, type Template } from './templates.ts'

export type SharedPlace = {
  db: Db
  mails: MailSink
  /** One more process on the same database and mail server, in a folder of its own. */
  start: (env?: Record<string, string>) => Promise<PortalProcess>
  /** Ends what still runs, and takes the database along. */
  remove: () => Promise<void>
}

/** A database and a mail server for several processes of the portal, each started and stopped by the test. */
export async function aSharedPlace(template: Template, delayMs?: () => number): Promise<SharedPlace> {
  const copy = await copyOf(serverUrl(), template)
  const mails = await startMailSink(delayMs)
  const { db, close } = connect(copy.connectionString)
  const started: PortalProcess[] = []
  const folders: string[] = []
  return {
    db,
    mails,
    start: async (env = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'raadsbriefing-process-'))
      folders.push(folder)
      const process = await startPortal({
        DATABASE_URL: copy.connectionString,
        SMTP_URL: mails.smtpUrl,
        DATA_DIR: folder,
        SEED_DEMO: '0',
        ...env,
      })
      started.push(process)
      return process
    },
    remove: async () => {
      for (const { child } of started) child.kill('SIGKILL')
      await close()
      await mails.stop()
      await copy.drop()
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}
