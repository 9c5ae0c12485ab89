import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { Context } from '#app/context.server.ts'
import { parseEnvironment } from '#app/env.server.ts'
import { startIntake } from '#app/intake.server.ts'
import { startDovecot, whyNoDovecot } from '#tests/support/dovecot.ts'
import { lmtp } from '#tests/support/lmtp-client.ts'
import { aSite, now } from '#tests/support/sessions.ts'
import { anAnswerMail } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

/** Who a mail store asks whether an access token is good (RFC 7662). */
async function startTokenServer(good: string) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '')
    asked.push(token)
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(token === good ? { active: true, username: 'rsvp' } : { active: false }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}/`, asked, stop: () => server.close() }
}

test('a mailbox that wants an OAuth2 token gets the one in the file as it is then, after an old one was refused', async ({
  database,
}) => {
  const whyNot = whyNoDovecot()
  if (whyNot !== undefined) {
    console.log(`NOT DONE: signing in to a mailbox with a token; there is no Dovecot to do it with, because ${whyNot}.`)
    test.info().annotations.push({ type: 'not done', description: `no Dovecot: ${whyNot}` })
    expect(whyNot).toBeDefined()
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'raadsbriefing-token-'))
  const tokenFile = join(folder, 'token')
  const tokens = await startTokenServer('fresh-token')
  const settings = join(folder, 'oauth2.conf')
  writeFileSync(
    settings,
    `introspection_url = ${tokens.url}\nintrospection_mode = auth\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`,
  )
  const dovecot = await startDovecot({
    settings: `auth_mechanisms = plain xoauth2 oauthbearer
auth_failure_delay = 0
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${settings}
}
`,
  })
  writeFileSync(tokenFile, 'old-token\n')
  const troubles: unknown[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void troubles.push(JSON.parse(line)) })
  const withoutPassword = dovecot.imapUrl.replace(/:[^:@/]+@/, '@')
  const env = parseEnvironment({
    NODE_ENV: 'test',
    INTAKE_IMAP_URL: withoutPassword,
    INTAKE_IMAP_TOKEN_FILE: tokenFile,
  })
  const context: Context = { db: database.db, pool: database.pool, env, site: aSite, log, now: () => now }
  const client = await lmtp(dovecot.lmtpPort)
  expect(await client.deliver(anAnswerMail(), 'rsvp@briefings.example')).toEqual([250, 250])
  client.end()

  const intake = await startIntake(context)
  await expect.poll(() => tokens.asked, { intervals: [50], timeout: 10_000 }).toContain('old-token')
  await expect.poll(() => troubles.length, { intervals: [50], timeout: 10_000 }).toBeGreaterThan(0)
  expect(await database.db.selectFrom('inbox').select('id').execute()).toEqual([])
  writeFileSync(tokenFile, 'fresh-token\n')
  const kept = () => database.db.selectFrom('inbox').select('door').execute()
  await expect.poll(kept, { intervals: [50], timeout: 15_000 }).toEqual([{ door: 'imap' }])
  expect(JSON.stringify(troubles), 'no token in the log').not.toMatch(/old-token|fresh-token/)

  await intake.stop()
  await dovecot.stop()
  tokens.stop()
  rmSync(folder, { recursive: true, force: true })
})
