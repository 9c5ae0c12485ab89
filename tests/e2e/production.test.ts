import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { connect } from '#db/connection.server.ts'
import { startEmbeddedPostgres } from '#db/embedded.server.ts'
import { startMailSink } from '#tests/support/mail-sink.ts'
import { freePort, startPortal } from '#tests/support/portal-process.ts'

/** Every key that production needs, beside the database and the mail server. */
const settings = {
  NODE_ENV: 'production',
  BASE_URL: 'https://briefings.example',
  LINK_SECRET: 'geheim'.repeat(8),
  MAIL_DOMAIN: 'post.briefings.example',
  SECURITY_CONTACT: 'mailto:beveiliging@provincie.example',
  SECURITY_POLICY: 'https://provincie.example/beveiliging',
  RETENTION_UNCONFIRMED_DAYS: '14',
  RETENTION_REGISTRATION_DAYS: '28',
  RETENTION_CONTACT_DAYS: '365',
  RETENTION_AUDIT_DAYS: '365',
  RETENTION_MAIL_DAYS: '90',
  SELECTION_CATEGORY_REQUEST: '1.1',
  SELECTION_CATEGORY_SESSION: '1.2',
}

test('production starts on an empty database with its settings, in each role, without the demo story', async () => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'raadsbriefing-production-'))
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), throwaway: true })
  const mails = await startMailSink()
  const { db, close } = connect(database.connectionString)
  const shared = { ...settings, DATABASE_URL: database.connectionString, SMTP_URL: mails.smtpUrl }
  const serves: Record<string, number> = { web: 200, worker: 404, intake: 404 }
  try {
    for (const [role, home] of Object.entries(serves)) {
      const own = { ROLE: role, DATA_DIR: join(folder, role), INTAKE_LMTP_PORT: String(await freePort()) }
      const { baseUrl, child, output, stop } = await startPortal({ ...shared, ...own })
      expect(output()).toContain('Raadsbriefing staat klaar')
      expect(output()).not.toMatch(/Aanmelden kan als|Postbus/)
      const at = `http://127.0.0.1:${new URL(baseUrl).port}`
      expect((await fetch(at)).status, role).toBe(home)
      expect(await (await fetch(`${at}/readyz`)).json(), role).toMatchObject({ database: true, migrations: true })
      expect(await stop(), role).toBe(0)
      expect(child.exitCode).toBe(0)
    }
    expect(await db.selectFrom('person').select('id').execute()).toEqual([])
    expect((await db.selectFrom('council').select('id').execute()).length).toBeGreaterThan(40)
  } finally {
    await close()
    await mails.stop()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
