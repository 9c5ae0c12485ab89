import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { processLeftover, processMail } from '#app/use-cases/inviting/take-in-mail.ts'
import type { Db } from '#db/connection.server.ts'
import { keepMails } from '#db/inviting/inbox.ts'
import { anInvitee, later, registrationOf, repliesOf, stamp } from '#tests/support/answers.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aPerson } from '#tests/support/people.ts'
import { answering } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

test('accept, decline and tentative from a calendar are answers like a click', async ({ db }) => {
  const { answers, registrationId, evening } = await anInvitee(db)
  const mailsBefore = (await mailsOf(db, evening.id)).length
  for (const [partstat, answer] of [
    ['ACCEPTED', 'yes'],
    ['DECLINED', 'no'],
    ['TENTATIVE', 'maybe'],
  ] as const) {
    const taken = await answers({ attendees: [answering(partstat)], extra: [`COMMENT:${partstat}`] })
    expect(taken.verdict).toMatchObject({ state: 'processed', decision: 'apply', finding: `reply:${partstat}` })
    expect(await registrationOf(db, registrationId)).toMatchObject({ answer, answer_door: 'calendar' })
  }
  expect((await repliesOf(db, registrationId)).map(({ remark }) => remark)).toEqual([
    'ACCEPTED',
    'DECLINED',
    'TENTATIVE',
  ])
  expect((await mailsOf(db, evening.id)).length, 'an answer is never confirmed by mail').toBe(mailsBefore)
})

test('the same mail twice is one answer, whatever servers wrote above it', async ({ db }) => {
  const { answers, registrationId } = await anInvitee(db)
  await answers()
  const again = await answers({}, { headers: ['Received: from mx2.leiderdorp.example', 'Delivered-To: iemand'] })
  expect(again.outcome).toBe('duplicate')
  expect(await repliesOf(db, registrationId)).toHaveLength(1)
})

test('ten servers that deliver the same mail at once give one answer', async ({ db }) => {
  const { answers, registrationId } = await anInvitee(db)
  const taken = await Promise.all(Array.from({ length: 10 }, () => answers()))
  expect(taken.filter(({ outcome }) => outcome === 'settled')).toHaveLength(1)
  expect(await repliesOf(db, registrationId)).toHaveLength(1)
})

test('the latest wins between mail and link', async ({ db }) => {
  const { answers, registrationId } = await anInvitee(db)
  const click = { registrationId, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: later } as const
  await recordAnswer(db, aSite, click, later)
  const early = await answers({ stamp: stamp(now) })
  expect(early.verdict).toMatchObject({ decision: 'record', reason: 'olderThanLast', finding: 'stale' })
  expect(await registrationOf(db, registrationId)).toMatchObject({ answer: 'no', answer_door: 'link' })
  const after = later.add({ minutes: 1 })
  await answers({ stamp: stamp(after) }, {}, after)
  expect(await registrationOf(db, registrationId)).toMatchObject({ answer: 'yes', answer_door: 'calendar' })
  expect((await repliesOf(db, registrationId)).map(({ applied }) => applied)).toEqual([true, false, true])
})

test('after a move an answer to the old time is kept and changes nothing', async ({ db }) => {
  const { answers, registrationId, evening } = await anInvitee(db)
  await db.updateTable('briefing_session').set({ sequence: 1, rsvp_epoch: 1 }).where('id', '=', evening.id).execute()
  const taken = await answers({ sequence: 0 })
  expect(taken.verdict).toMatchObject({ state: 'processed', decision: 'record', reason: 'earlierVersion' })
  expect(await registrationOf(db, registrationId)).toMatchObject({ answer: 'none' })
  expect((await answers({ sequence: 1 })).verdict).toMatchObject({ decision: 'apply' })
})

test('after a cancel, or after she left, an answer is only logged', async ({ db }) => {
  const { answers, registrationId, evening } = await anInvitee(db)
  await db
    .updateTable('briefing_session')
    .set({ status: 'cancelled', cancel_reason: 'De zaal is niet beschikbaar' })
    .where('id', '=', evening.id)
    .execute()
  expect((await answers()).verdict).toMatchObject({ decision: 'ignore', reason: 'closedSession' })
  await db.updateTable('registration').set({ place: 'unregistered' }).where('id', '=', registrationId).execute()
  expect((await answers({ sequence: 1 })).verdict).toMatchObject({ decision: 'ignore', reason: 'noLongerTakesPart' })
  expect(await repliesOf(db, registrationId)).toEqual([])
})

test('an assistant may answer, an alias too, a stranger and a crasher may not', async ({ db }) => {
  const { answers, registrationId, personId, evening } = await anInvitee(db)
  const from = 'assistent@leiderdorp.example'
  expect((await answers({}, { from })).verdict).toMatchObject({ decision: 'apply', reason: 'otherAddress' })
  const own = 'ans.thuis@voorbeeld.example'
  const asAlias = { attendees: [answering('DECLINED', own)] }
  expect((await answers(asAlias, { from: own })).verdict).toMatchObject({
    state: 'review',
    reason: 'otherAttendee',
    personId,
  })
  const { id } = await db
    .insertInto('email_address')
    .values({ address: own, created_at: now.toString() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('person_alias')
    .values({ email_address_id: id, person_id: personId, added_at: now.toString() })
    .execute()
  expect((await answers({ ...asAlias, sequence: 0, extra: ['COMMENT:x'] }, { from: own })).verdict).toMatchObject({
    decision: 'apply',
  })
  await aPerson(db, [], 'Cor Ongenood', 'cor@voorbeeld.example')
  for (const address of ['cor@voorbeeld.example', 'niemand@voorbeeld.example']) {
    const crashing = await answers(
      { attendees: [answering('ACCEPTED', address)] },
      { from: address, to: 'rsvp@briefings.example' },
    )
    expect(crashing.verdict).toMatchObject({ state: 'review', finding: 'party-crasher' })
  }
  const spoof = await answers({}, { from: 'mallory@evil.example', to: 'rsvp@briefings.example' })
  expect(spoof.verdict).toMatchObject({ state: 'review', finding: 'spoof-suspect' })
  expect(await registrationOf(db, registrationId)).toMatchObject({ answer: 'no' })
  const everybody = await db
    .selectFrom('registration')
    .select('id')
    .where('briefing_session_id', '=', evening.id)
    .execute()
  expect(everybody, 'a mail adds nobody').toHaveLength(1)
})

test('a proposal for another time counts as the answer in it and waits for staff', async ({ db }) => {
  const { answers, registrationId } = await anInvitee(db)
  const taken = await answers({ attendees: [answering('TENTATIVE')] }, { method: 'COUNTER' })
  expect(taken.verdict).toMatchObject({ state: 'review', decision: 'apply', reason: 'counterProposal' })
  expect(await registrationOf(db, registrationId)).toMatchObject({ answer: 'maybe' })
})

test('who asks for the invitation gets it again, once an hour', async ({ db }) => {
  const { answers, evening } = await anInvitee(db)
  const before = (await mailsOf(db, evening.id)).length
  expect((await answers({}, { method: 'REFRESH' })).verdict).toMatchObject({ decision: 'sendAgain' })
  const soon = { extra: ['COMMENT:Nog eens'] }
  expect((await answers(soon, { method: 'REFRESH' })).verdict).toMatchObject({ reason: 'sentRecently' })
  expect((await mailsOf(db, evening.id)).length).toBe(before + 1)
})

async function keptMail(db: Db, raw: Buffer, deliveredTo: string): Promise<string> {
  const [mail] = await keepMails(db, [{ raw, sha256: randomBytes(32), door: 'lmtp', deliveredTo, receivedAt: later }])
  return mail?.id ?? ''
}

test('a mail that was kept when the process died is processed later, once', async ({ db }) => {
  const { raw, deliveredTo, registrationId } = await anInvitee(db)
  const id = await keptMail(db, raw(), deliveredTo)
  for (const outcome of ['settled', 'duplicate'])
    expect(await processMail(db, aSite, { inboxId: id, authservId: undefined }, later)).toMatchObject({ outcome })
  expect(await repliesOf(db, registrationId)).toHaveLength(1)
})

test('what cannot be processed is set aside for a person after three tries, and nothing of it stays behind', async ({
  db,
}) => {
  const { raw, deliveredTo, registrationId } = await anInvitee(db)
  const id = await keptMail(db, raw(), deliveredTo)
  await sql`alter table reply add constraint broken check (door <> 'calendar')`.execute(db)
  for (let tries = 0; tries < 3; tries++)
    expect((await processMail(db, aSite, { inboxId: id, authservId: undefined }, later)).outcome).toBe('failed')
  const row = await db.selectFrom('inbox').select(['state', 'reason']).where('id', '=', id).executeTakeFirst()
  expect(row).toEqual({ state: 'review', reason: 'failed' })
  expect(await registrationOf(db, registrationId)).toMatchObject({ answer: 'none' })
})

test('a mail that may have ended the process before is tried three times, and then it is for a person', async ({
  db,
}) => {
  const { raw, deliveredTo, registrationId } = await anInvitee(db)
  const id = await keptMail(db, raw(), deliveredTo)
  const input = { inboxId: id, authservId: undefined }
  const row = () =>
    db.selectFrom('inbox').select(['state', 'reason', 'attempts']).where('id', '=', id).executeTakeFirstOrThrow()
  await db.updateTable('inbox').set({ attempts: 3 }).where('id', '=', id).execute()
  expect((await processLeftover(db, aSite, input, later)).outcome).toBe('failed')
  expect(await row()).toMatchObject({ state: 'review', reason: 'failed' })
  expect(await repliesOf(db, registrationId), 'it was not read').toEqual([])
  await db.updateTable('inbox').set({ attempts: 2, state: 'received' }).where('id', '=', id).execute()
  expect((await processLeftover(db, aSite, input, later)).outcome).toBe('settled')
  expect(await row()).toMatchObject({ state: 'processed', attempts: 3 })
})
