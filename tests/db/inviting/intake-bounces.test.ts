import { newToken, returnProof } from '#app/domain/access/tokens.server.ts'
import { takeInMail } from '#app/use-cases/inviting/take-in-mail.ts'
import type { Db } from '#db/connection.server.ts'
import { mailAddresses } from '#emails/addresses.ts'
import { aPublishedEvening, deliverAll, registers } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aBounce } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const ans = 'ans@leiderdorp.example'
const returnAddressOf = (id: string, secret = aSite.linkSecret) =>
  mailAddresses(aSite.mailDomain).bouncesTo(id, returnProof(secret, id))

async function anInvitedPerson(db: Db) {
  const evening = await aPublishedEvening(db)
  await registers(db, evening.linkToken, ans)
  await deliverAll(db, evening.id)
  const mail = await db
    .selectFrom('outbox')
    .select(['id', 'message_id', 'envelope_from'])
    .where('recipient', '=', ans)
    .executeTakeFirstOrThrow()
  let turn = 0
  /** The same mail once more, as a mail of its own. */
  const anotherMail = async () => {
    const sent = await db.selectFrom('outbox').selectAll().where('id', '=', mail.id).executeTakeFirstOrThrow()
    const { position: _, ...copy } = { ...sent, id: crypto.randomUUID(), dedupe_key: crypto.randomUUID() }
    await db.insertInto('outbox').values(copy).execute()
    return returnAddressOf(copy.id)
  }
  const comesBack = (status: string, action = 'failed', deliveredTo = mail.envelope_from) => {
    const report = aBounce({ status, action, envelopeId: 'unknown' }).toString()
    const raw = Buffer.from(report.replace('Niet afgeleverd.', `Niet afgeleverd (${turn++}).`))
    return takeInMail(db, aSite, { raw, envelope: { door: 'lmtp', deliveredTo, authservId: undefined } }, now)
  }
  return { evening, mail, comesBack, anotherMail }
}

const suspensionOf = async (db: Db) =>
  (
    await db
      .selectFrom('email_address')
      .select(['suspended_at', 'suspended_reason'])
      .where('address', '=', ans)
      .executeTakeFirstOrThrow()
  ).suspended_reason
const invitationState = async (db: Db) =>
  (await db.selectFrom('invitation').select('state').executeTakeFirstOrThrow()).state

test('nobody there: the address is suspended and the invitation counts as not delivered; the answer stays', async ({
  db,
}) => {
  const { comesBack } = await anInvitedPerson(db)
  await db
    .updateTable('registration')
    .set({ answer: 'yes', answer_sequence: 0, answered_at: now.toString(), answer_door: 'link' })
    .execute()
  expect((await comesBack('5.1.1')).verdict).toMatchObject({
    decision: 'bounce',
    reason: 'unknownUser',
    state: 'processed',
  })
  expect(await suspensionOf(db)).toBe('5.1.1')
  expect(await invitationState(db)).toBe('undelivered')
  expect(await db.selectFrom('registration').select('answer').executeTakeFirst()).toEqual({ answer: 'yes' })
  const audited = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'emailAddress.suspended')
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(audited), 'no address in the audit').not.toContain('@')
})

test('three refusals suspend, two do not, and what is delayed or given up says nothing about the address', async ({
  db,
}) => {
  const { comesBack, anotherMail } = await anInvitedPerson(db)
  await comesBack('4.4.1', 'delayed')
  for (let turn = 0; turn < 4; turn++) await comesBack('4.2.2')
  expect(await invitationState(db)).toBe('ready')
  for (let turn = 0; turn < 4; turn++) await comesBack('5.7.1')
  expect(await suspensionOf(db), 'one mail that was refused four times over').toBeNull()
  await comesBack('5.2.1', 'failed', await anotherMail())
  expect(await suspensionOf(db)).toBeNull()
  await comesBack('5.7.1', 'failed', await anotherMail())
  expect(await suspensionOf(db)).toBe('5.7.1')
})

test('a report that names none of our mails changes nothing: anybody could have written it', async ({ db }) => {
  const { comesBack } = await anInvitedPerson(db)
  const toAnother = `bounce+${crypto.randomUUID()}@briefings.example`
  expect((await comesBack('5.1.1', 'failed', toAnother)).verdict).toMatchObject({ reason: 'unknownMail' })
  expect((await comesBack('5.1.1', 'failed', 'rsvp@briefings.example')).verdict).toMatchObject({
    reason: 'unknownMail',
  })
  expect(await suspensionOf(db)).toBeNull()
})

test('whoever was forwarded a mail cannot say that it came back: that waits for staff, and changes nothing', async ({
  db,
}) => {
  const { mail } = await anInvitedPerson(db)
  const authservId = 'mx.briefings.example'
  const saysSo = async (deliveredTo: string, change: (report: string) => string = (report) => report) => {
    const report = change(aBounce({ envelopeId: mail.id }).toString()).replace('Niet afgeleverd.', newToken())
    const raw = Buffer.from(report.replace('<first@briefings.example>', mail.message_id))
    return (await takeInMail(db, aSite, { raw, envelope: { door: 'lmtp', deliveredTo, authservId } }, now)).verdict
  }
  const own = mail.envelope_from
  const forged = [
    await saysSo('rsvp@briefings.example'),
    await saysSo('bounce@briefings.example'),
    await saysSo(`bounce+${mail.id}@briefings.example`),
    await saysSo(returnAddressOf(mail.id, newToken())),
    await saysSo(returnAddressOf(crypto.randomUUID())),
    await saysSo(own, (report) => report.replace('Return-Path: <>', 'Return-Path: <rik@elders.example>')),
    await saysSo(own, (report) => `Authentication-Results: ${authservId}; dmarc=fail\r\n${report}`),
  ]
  for (const verdict of forged) expect(verdict).toMatchObject({ state: 'review', reason: 'bounceUnproven' })
  expect(await suspensionOf(db)).toBeNull()
  expect(await invitationState(db)).toBe('ready')
  expect(await db.selectFrom('bounce').selectAll().execute()).toEqual([])
  expect(await saysSo(own.toUpperCase())).toMatchObject({ state: 'processed', reason: 'unknownUser' })
  expect(await suspensionOf(db)).toBe('5.1.1')
})

test('a mailbox that loses the tag of the return address keeps it in To', async ({ db }) => {
  const { mail } = await anInvitedPerson(db)
  const raw = Buffer.from(
    aBounce()
      .toString()
      .replaceAll(/bounce\+[\w-]+@briefings.example/g, mail.envelope_from),
  )
  const envelope = { door: 'imap', deliveredTo: 'bounce@briefings.example', authservId: undefined } as const
  expect((await takeInMail(db, aSite, { raw, envelope }, now)).verdict).toMatchObject({ reason: 'unknownUser' })
})

test('refusals of more than two weeks ago no longer count', async ({ db }) => {
  const { comesBack, anotherMail } = await anInvitedPerson(db)
  const daysAgo = (days: number) => now.subtract({ hours: 24 * days }).toString()
  await comesBack('5.7.1')
  await comesBack('5.7.1', 'failed', await anotherMail())
  await db
    .updateTable('bounce')
    .set({ received_at: daysAgo(15) })
    .execute()
  await comesBack('5.7.1', 'failed', await anotherMail())
  expect(await suspensionOf(db)).toBeNull()
  await db
    .updateTable('bounce')
    .set({ received_at: daysAgo(13) })
    .execute()
  await comesBack('5.7.1', 'failed', await anotherMail())
  expect(await suspensionOf(db)).toBe('5.7.1')
})
