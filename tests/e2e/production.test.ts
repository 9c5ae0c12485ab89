import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { hasAdministrator } from '#db/access/roles.ts'
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
  const first = { FIRST_ADMINISTRATOR: 'beheerder@provincie.example', LOG_LEVEL: 'info' }
  const shared = { ...settings, ...first, DATABASE_URL: database.connectionString, SMTP_URL: mails.smtpUrl }
  const serves: Record<string, number> = { web: 200, worker: 404, intake: 404 }
  try {
    for (const [role, home] of Object.entries(serves)) {
      const own = { ROLE: role, DATA_DIR: join(folder, role), INTAKE_LMTP_PORT: String(await freePort()) }
      const { baseUrl, child, output, stop } = await startPortal({ ...shared, ...own })
      // Seen to be a screen for people, in the middle of the log.
      const lines = () => output().trim().split('\n').filter(Boolean)
      await expect.poll(lines).not.toEqual([])
      expect(lines().map((line) => JSON.parse(line) as object)).toContainEqual(
        expect.objectContaining({ msg: 'Raadsbriefing staat klaar', role, port: Number(new URL(baseUrl).port) }),
      )
      const at = `http://127.0.0.1:${new URL(baseUrl).port}`
      expect((await fetch(at)).status, role).toBe(home)
      expect(await (await fetch(`${at}/readyz`)).json(), role).toMatchObject({ database: true, migrations: true })
      expect(await stop(), role).toBe(0)
      expect(child.exitCode).toBe(0)
    }
    expect(await db.selectFrom('person').select('name').execute()).toEqual([{ name: 'Beheerder' }])
    expect(await hasAdministrator(db, Temporal.Now.instant())).toBe(true)
    expect((await db.selectFrom('council').select('id').execute()).length).toBeGreaterThan(40)
  } finally {
    await close()
    await mails.stop()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

// Seen to take the next port, of which the proxy knows nothing, and to show a stack of pg or of Node for the others.
test('production says in one line of the log why it does not start, without a password', async () => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'raadsbriefing-production-'))
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), throwaway: true })
  const somebodyElse = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  try {
    await once(somebodyElse, 'listening')
    const taken = String((somebodyElse.address() as { port: number }).port)
    const wrongPassword = Object.assign(new URL(database.connectionString), { password: 'verkeerd-geheim' }).href
    const here = { ...settings, DATABASE_URL: database.connectionString, SMTP_URL: 'smtp://127.0.0.1:25' }
    const wrong: [string, Record<string, string>][] = [
      [`HOST, PORT: 127.0.0.1:${taken} is al in gebruik`, { PORT: taken }],
      ['HOST, PORT: 192.0.2.1:4321 is niet te openen (EADDRNOTAVAIL)', { HOST: '192.0.2.1', PORT: '4321' }],
      ['DATABASE_URL geeft te weinig toegang (28P01', { DATABASE_URL: wrongPassword }],
      [
        `INTAKE_LMTP_HOST, INTAKE_LMTP_PORT: 127.0.0.1:${taken} is al in gebruik`,
        { ROLE: 'intake', INTAKE_LMTP_PORT: taken },
      ],
    ]
    for (const [sentence, key] of wrong) {
      const started = startPortal({ ...here, DATA_DIR: join(folder, 'web'), ROLE: 'web', ...key })
      const said = await started.then(
        async ({ stop }) => `started, and ended with ${await stop()}`,
        (error: Error) => error.message.split('\n').slice(1).join('\n').trim(),
      )
      const last = JSON.parse(said.split('\n').at(-1) ?? '') as { level: number; msg: string }
      expect(last.level, said).toBe(60)
      expect(last.msg).toContain(sentence)
      expect(said).not.toMatch(/verkeerd-geheim|\n +at /)
    }
  } finally {
    somebodyElse.close()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
