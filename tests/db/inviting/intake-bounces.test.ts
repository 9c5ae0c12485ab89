import { takeInMail } from '#app/use-cases/inviting/take-in-mail.ts'
import type { Db } from '#db/connection.server.ts'
import { aPublishedEvening, deliverAll, registers } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/sessions.ts'
import { aBounce } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const ans = 'ans@leiderdorp.example'

async function anInvitedPerson(db: Db) {
  const evening = await aPublishedEvening(db)
  await registers(db, evening.linkToken, ans)
  await deliverAll(db, evening.id)
  const mail = await db
    .selectFrom('outbox')
    .select(['id', 'message_id'])
    .where('recipient', '=', ans)
    .executeTakeFirstOrThrow()
  let turn = 0
  /** The same mail once more, as a mail of its own. */
  const anotherMail = async () => {
    const sent = await db.selectFrom('outbox').selectAll().where('id', '=', mail.id).executeTakeFirstOrThrow()
    const { position: _, ...copy } = { ...sent, id: crypto.randomUUID(), dedupe_key: crypto.randomUUID() }
    await db.insertInto('outbox').values(copy).execute()
    return `bounce+${copy.id}@briefings.example`
  }
  const comesBack = (status: string, action = 'failed', deliveredTo = `bounce+${mail.id}@briefings.example`) => {
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
  const { comesBack, mail } = await anInvitedPerson(db)
  const toAnother = `bounce+${crypto.randomUUID()}@briefings.example`
  expect((await comesBack('5.1.1', 'failed', toAnother)).verdict).toMatchObject({ reason: 'unknownMail' })
  expect((await comesBack('5.1.1', 'failed', 'rsvp@briefings.example')).verdict).toMatchObject({
    reason: 'unknownMail',
  })
  expect(await suspensionOf(db)).toBeNull()
  const byMessageId = aBounce({ envelopeId: 'unknown' })
    .toString()
    .replace('<first@briefings.example>', mail.message_id)
  const raw = Buffer.from(byMessageId.replaceAll(/bounce\+[\w-]+@/g, 'rsvp@'))
  const envelope = { door: 'lmtp', deliveredTo: 'rsvp@briefings.example', authservId: undefined } as const
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
