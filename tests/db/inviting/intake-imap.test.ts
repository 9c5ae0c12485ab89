import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as dialIn } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { Context } from '#app/context.server.ts'
import { parseEnvironment } from '#app/env.server.ts'
import { startIntake } from '#app/mail/intake.server.ts'
import type { Connection } from '#db/connection.server.ts'
import { openImapDoor } from '#emails/intake-imap.server.ts'
import { startDovecot, whyNoDovecot } from '#tests/support/dovecot.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { lmtp } from '#tests/support/lmtp-client.ts'
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

/** Not skipped and not silent: where there is no Dovecot the output says what was not done, and why. */
function withDovecot(title: string, work: (database: Connection) => Promise<void>): void {
  test(title, async ({ database }) => {
    const whyNot = whyNoDovecot()
    if (whyNot === undefined) return work(database)
    console.log(`NOT DONE “${title}”: there is no Dovecot to do it with, because ${whyNot}.`)
    test.info().annotations.push({ type: 'not done', description: `no Dovecot: ${whyNot}` })
    expect(whyNot).toBeDefined()
  })
}

const soon = { intervals: [50], timeout: 15_000 }

withDovecot('a mail whose move was cut off is moved later and not taken twice; its number may come back', async () => {
  const dovecot = await startDovecot()
  let posted = Promise.resolve()
  const post = (text: string) => {
    posted = lmtp(dovecot.lmtpPort).then(async (client) => {
      const raw = Buffer.from(`Subject: ${text}\r\n\r\nx`)
      expect(await client.deliver(raw, 'rsvp@briefings.example')).toEqual([250, 250])
      client.end()
    })
    return posted
  }
  const taken: string[] = []
  let cutOff: (() => void) | undefined
  const door = openImapDoor(
    {
      mailDomain: 'briefings.example',
      knowsToken: async () => false,
      take: async (raw) => {
        taken.push(/Subject: (\w+)/.exec(raw.toString())?.[1] ?? '')
        if (taken.length % 2 === 0) return { needsReview: true }
        // The mail may be seen here before whoever posted it has its answer.
        await posted
        await dovecot.kill()
        cutOff?.()
        return { needsReview: false }
      },
      onTrouble: () => {},
    },
    { url: dovecot.imapUrl, firstRetryMs: 100 },
  )
  const firstCut = new Promise<void>((done) => {
    cutOff = done
  })
  await post('een')
  await firstCut
  await dovecot.start()
  await expect.poll(() => dovecot.count('Verwerkt'), soon).toBe(1)
  await post('twee')
  await expect.poll(() => dovecot.count('Nakijken'), soon).toBe(1)
  expect(taken).toEqual(['een', 'twee'])

  // Both times the first number of the mailbox.
  await dovecot.kill()
  dovecot.beginAnew()
  await dovecot.start()
  const secondCut = new Promise<void>((done) => {
    cutOff = done
  })
  await post('drie')
  await secondCut
  dovecot.beginAnew()
  await dovecot.start()
  await post('vier')
  await expect.poll(() => taken, soon).toEqual(['een', 'twee', 'drie', 'vier'])
  await door.stop()
  await dovecot.stop()
})

withDovecot(
  'a mailbox that wants an OAuth2 token gets the one in the file as it is then, after an old one was refused',
  async (database) => {
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
  },
)

test('a mailbox that does not let us in is asked ever less often', async () => {
  const knocks: number[] = []
  const server = dialIn((socket) => {
    knocks.push(Date.now())
    socket.on('error', () => {}).end('* BYE not now\r\n')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  const troubles: unknown[] = []
  const door = openImapDoor(
    {
      mailDomain: 'briefings.example',
      knowsToken: async () => false,
      take: async () => ({ needsReview: false }),
      onTrouble: (what) => void troubles.push(what),
    },
    { url: `imap://rsvp:x@127.0.0.1:${port}/INBOX`, firstRetryMs: 50 },
  )
  await expect.poll(() => knocks.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(6)
  await door.stop()
  await new Promise((closed) => server.close(closed))
  const waits = knocks.slice(1, 6).map((at, index) => at - (knocks[index] ?? 0))
  for (const [index, wait] of waits.entries())
    expect(wait, `wait ${index + 1}`).toBeGreaterThanOrEqual(50 * 2 ** index - 5)
  expect(troubles.length, 'and staff can read of each').toBeGreaterThanOrEqual(5)
})

withDovecot('a mailbox that never tells of new mail is asked for it', async () => {
  const dovecot = await startDovecot({
    settings: 'imap_capability = IMAP4rev1 LITERAL+ UIDPLUS MOVE\n',
  })
  const client = await lmtp(dovecot.lmtpPort)
  const taken: string[] = []
  const door = openImapDoor(
    {
      mailDomain: 'briefings.example',
      knowsToken: async () => false,
      take: async (raw) => {
        taken.push(/Subject: (\w+)/.exec(raw.toString())?.[1] ?? '')
        return { needsReview: false }
      },
      onTrouble: () => {},
    },
    { url: dovecot.imapUrl, firstRetryMs: 100, pollSeconds: 1 },
  )
  for (const subject of ['een', 'twee', 'drie']) {
    const raw = Buffer.from(`Subject: ${subject}\r\n\r\nx`)
    expect(await client.deliver(raw, 'rsvp@briefings.example')).toEqual([250, 250])
    await expect.poll(() => taken.at(-1), soon).toBe(subject)
  }
  expect(taken).toEqual(['een', 'twee', 'drie'])
  client.end()
  await door.stop()
  await dovecot.stop()
})
