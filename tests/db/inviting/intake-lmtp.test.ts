import pino from 'pino'
import type { Context } from '#app/context.server.ts'
import { parseEnvironment } from '#app/env.server.ts'
import { startIntake } from '#app/mail/intake.server.ts'
import { connect } from '#db/connection.server.ts'
import { aPublishedEvening, registers } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { lmtp } from '#tests/support/lmtp-client.ts'
import { aCalendar, anAnswerMail, answering, outboxId } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const ans = 'ans@leiderdorp.example'

function contextOf(db: Context['db'], pool: Context['pool']): Context {
  const env = parseEnvironment({ NODE_ENV: 'test', INTAKE_LMTP_PORT: '0' })
  return { db, pool, env, site: aSite, now: () => now.add({ minutes: 5 }), log: pino({ level: 'silent' }) }
}

test('an answer by LMTP is in the register, and each recipient hears for itself', async ({ database }) => {
  const { db } = database
  const evening = await aPublishedEvening(db)
  await registers(db, evening.linkToken, ans)
  const { calendar_token, calendar_uid } = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .select(['calendar_token', 'calendar_uid'])
    .where('briefing_session_id', '=', evening.id)
    .executeTakeFirstOrThrow()
  const intake = await startIntake(contextOf(db, database.pool))
  const client = await lmtp(intake.lmtpPort ?? 0)
  const to = `rsvp+${calendar_token}@briefings.example`
  const calendar = aCalendar({ uid: calendar_uid, attendees: [answering('DECLINED')] })
  const raw = anAnswerMail({ to, calendar })

  expect(await client.deliver(raw, to)).toEqual([250, 250])
  const registration = await db.selectFrom('registration').select('answer').executeTakeFirstOrThrow()
  expect(registration).toEqual({ answer: 'no' })
  expect(await client.deliver(raw, to), 'the same once more is taken and changes nothing').toEqual([250, 250])
  expect(await db.selectFrom('reply').select('answer').execute()).toHaveLength(1)

  const unknown = 'rsvp+zzzzzzzzzzzzzzzz@briefings.example'
  expect(await client.deliver(raw, unknown, to, 'root@briefings.example')).toEqual([550, 250, 550, 250])
  expect(await client.deliver(raw, to, 'rsvp@briefings.example')).toEqual([250, 250, 250, 250])
  expect(await client.deliver(raw, `bounce+${outboxId}@briefings.example`)).toEqual([250, 250])

  const large = Buffer.concat([raw, Buffer.alloc(2 * 1024 * 1024, 'x'.repeat(76).concat('\r\n'))])
  const kept = async () => (await db.selectFrom('inbox').select('id').execute()).length
  const before = await kept()
  expect(await client.deliver(large, to)).toEqual([250, 552])
  expect(await client.say(`MAIL FROM:<a@b.example> SIZE=${3 * 1024 * 1024}`)).toBe(552)
  expect(await kept()).toBe(before)
  client.end()
  await intake.stop()
})

test('who the envelope says a mail is from stands above it, whatever its sender wrote there', async ({ database }) => {
  const { db } = database
  const intake = await startIntake(contextOf(db, database.pool))
  const client = await lmtp(intake.lmtpPort ?? 0)
  const raw = Buffer.from('Return-Path: <>\r\nSubject: x\r\n\r\nHallo')
  expect(await client.deliver(raw, 'rsvp@briefings.example')).toEqual([250, 250])
  const kept = await db.selectFrom('inbox').select('raw').executeTakeFirstOrThrow()
  expect(kept.raw.toString()).toMatch(/^Return-Path: <[^<>]+>\r\nReturn-Path: <>\r\n/)
  client.end()
  await intake.stop()
})

test('while the database is away the mail server is asked to come again', async ({ db, connectionString }) => {
  const own = connect(connectionString, { maxConnections: 2 })
  const intake = await startIntake(contextOf(own.db, own.pool))
  const client = await lmtp(intake.lmtpPort ?? 0)
  await own.close()
  expect(await client.deliver(anAnswerMail(), 'rsvp@briefings.example')).toEqual([250, 451])
  expect(await client.deliver(anAnswerMail(), 'rsvp+abcdefghijklmnop@briefings.example')).toEqual([451])
  client.end()
  await intake.stop()
  expect(await db.selectFrom('inbox').select('id').execute()).toEqual([])
})

test('a thousand bytes of noise, a line without end and a caller that hangs up leave the door open', async ({
  database,
}) => {
  const intake = await startIntake(contextOf(database.db, database.pool))
  const rude = await lmtp(intake.lmtpPort ?? 0)
  expect(await rude.say('\0'.repeat(1000))).toBeGreaterThanOrEqual(500)
  await rude.say('MAIL FROM:<>')
  await rude.say('RCPT TO:<rsvp@briefings.example>')
  await rude.say('DATA')
  rude.end()
  const client = await lmtp(intake.lmtpPort ?? 0)
  expect(await client.deliver(Buffer.from('Subject: x\r\n\r\nHallo'), 'rsvp@briefings.example')).toEqual([250, 250])
  const [only] = await database.db.selectFrom('inbox').select(['state', 'reason']).execute()
  expect(only).toEqual({ state: 'review', reason: 'human' })
  client.end()
  await intake.stop()
})
