import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parseEnvironment } from '#app/env.server.ts'
import { keepLinkSecret } from '#app/link-secret.server.ts'
import { connect, type Db } from '#db/connection.server.ts'
import { findRunningPostgres } from '#db/embedded.server.ts'
import { anInvitee, answerOf } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { siteAt } from '#tests/support/here-and-now.ts'
import { startMailSink } from '#tests/support/mail-sink.ts'
import { startPortal } from '#tests/support/portal-process.ts'
import { answering, aPlainMail } from '#tests/unit/mail-intake/answer-mail.ts'

const program = fileURLToPath(new URL('../../build/intake.js', import.meta.url))

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raadsbriefing-intake-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Line = Record<string, unknown>

/** What `npm run intake -- …` says, a line for each file. */
async function intake(env: Record<string, string>, ...args: string[]): Promise<Line[]> {
  const given = { PATH: process.env.PATH, NODE_ENV: 'test', DATA_DIR: folder, ...env } as NodeJS.ProcessEnv
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { env: given })
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

function asFile(name: string, raw: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, raw)
  return path
}

const keptMails = async (db: Db) => (await db.selectFrom('inbox').select('id').execute()).length

test('a line of JSON for each file says what was decided and why; a dry run writes nothing, and what was kept is kept once', async ({
  db,
  connectionString,
}) => {
  const { raw, registrationId, deliveredTo } = await anInvitee(db)
  const files = [
    asFile('ja.eml', raw()),
    asFile('oud.eml', raw({ sequence: 0, attendees: [answering('DECLINED', 'iemand@elders.example')] })),
    asFile('afwezig.eml', aPlainMail(['Auto-Submitted: auto-replied'])),
    asFile('geen-mail.eml', Buffer.from('\0\0')),
  ]
  const env = { DATABASE_URL: connectionString }
  const dry = await intake(env, '--dry-run', ...files)
  expect(dry.map(({ file, decision, why }) => [file, decision, why])).toEqual([
    ['ja.eml', 'apply', undefined],
    ['oud.eml', 'review', 'otherAttendee'],
    ['afwezig.eml', 'noAnswer', undefined],
    ['geen-mail.eml', 'noAnswer', undefined],
  ])
  expect(dry[0]).toMatchObject({ finding: 'reply:ACCEPTED', answer: 'yes', registrationId })
  expect(JSON.stringify(dry), 'no addresses').not.toMatch(/@(?!briefings\.example)/)
  expect([await keptMails(db), await answerOf(db, registrationId)]).toEqual([0, 'none'])

  const [taken] = await intake(env, files[0] ?? '', '--to', deliveredTo)
  expect(taken).toMatchObject({ file: 'ja.eml', outcome: 'settled', decision: 'apply' })
  expect([await keptMails(db), await answerOf(db, registrationId)]).toEqual([1, 'yes'])
  expect(await intake(env, files[0] ?? '', '--to', deliveredTo)).toMatchObject([{ outcome: 'duplicate' }])
  expect(await keptMails(db)).toBe(1)
})

test('beside a portal that runs it works on the same data, and the links in what it sends open there', async () => {
  test.setTimeout(120_000)
  const sink = await startMailSink()
  const portal = await startPortal({ DATA_DIR: folder, SMTP_URL: sink.smtpUrl, SEED_DEMO: '0' })
  const { db, close } = connect(findRunningPostgres(join(folder, 'postgres')) ?? '')
  const env = parseEnvironment({ DATA_DIR: folder })
  await keepLinkSecret(env)
  const address = 'ans@leiderdorp.example'
  const { raw, registrationId } = await anInvitee(db, { address, site: siteAt(portal.baseUrl, env.LINK_SECRET) })
  const asks = asFile('opnieuw.eml', raw({}, { method: 'REFRESH' }))
  const dry = await intake({}, '--dry-run', asks)
  expect(dry).toMatchObject([{ decision: 'sendAgain', registrationId }])
  await sink.waitFor(address)
  sink.clear()
  expect(await intake({ BASE_URL: portal.baseUrl }, asks)).toMatchObject([
    { outcome: 'settled', decision: 'sendAgain' },
  ])
  const { text } = await sink.waitFor(address)
  const own = /http:\/\/127\.0\.0\.1:\d+\/mijn\/[\w-]+/.exec(text)?.[0] ?? ''
  expect((await fetch(own)).status).toBe(200)
  await close()
  await portal.stop()
  await sink.stop()
})
