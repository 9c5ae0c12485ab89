import { describeUnknownReply } from '#app/use-cases/inviting/describe-unknown-reply.ts'
import { linkUnknownReply } from '#app/use-cases/inviting/link-unknown-reply.ts'
import { markReplySeen } from '#app/use-cases/inviting/mark-reply-seen.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import type { Db } from '#db/connection.server.ts'
import { countTray } from '#db/inviting/tray.ts'
import { listTrayCandidates } from '#db/inviting/tray-candidates.ts'
import { anInvitee, answerOf, commonBox, found, inboxRow, ownServer, repliesOf, stamp } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { anUnknownReply, homeAddress, soon } from '#tests/support/unknown-reply.ts'
import { answering } from '#tests/unit/mail-intake/answer-mail.ts'

const auditOf = async (db: Db) =>
  (await db.selectFrom('audit_event').select(['action', 'after', 'before', 'reason']).execute()).filter(({ action }) =>
    action.startsWith('incomingMail.'),
  )

test('linked: the answer counts from when it was given, the next of this sender counts at once and says so', async ({
  db,
}) => {
  const { link, inboxId, registrationId, fromHome, evening } = await anUnknownReply(db)
  const mails = (await mailsOf(db, evening.id)).length
  expect(await link()).toEqual({ notApplied: undefined })
  expect(await answerOf(db, registrationId)).toBe('yes')
  const [reply] = await db.selectFrom('reply').selectAll().execute()
  expect(reply).toMatchObject({ via: 'tray', door: 'calendar', inbox_id: inboxId })
  expect(reply?.answered_at).toContain('09:10:00')
  expect(await countTray(db, 'open')).toBe(0)
  const next = await fromHome('DECLINED', soon.add({ minutes: 1 }))
  expect(next.verdict).toMatchObject({ state: 'processed', decision: 'apply', reason: 'remembered' })
  expect(await answerOf(db, registrationId)).toBe('no')
  expect((await describeUnknownReply(db, aSite, inboxId))?.handledAlike).toBe(1)
  expect((await mailsOf(db, evening.id)).length, 'nobody gets a mail').toBe(mails)
  const audited = JSON.stringify(await auditOf(db))
  expect(audited).toContain('incomingMail.linked')
  expect(audited, 'no address in the audit').not.toContain('@')
})

test('a remembered sender is no easier to imitate: without the personal address it has to be proven', async ({
  db,
}) => {
  const { link, answers, another } = await anUnknownReply(db)
  await link()
  const calendar = { attendees: [answering('DECLINED', homeAddress)], stamp: stamp(soon) }
  const bare = await answers(calendar, { from: homeAddress, to: commonBox, ...another() }, soon)
  expect(bare.verdict).toMatchObject({ state: 'review', reason: 'senderUnproven' })
  const proven = await answers(
    calendar,
    { from: homeAddress, to: commonBox, ...another(found('pass', ownServer, 'voorbeeld.example')) },
    soon,
  )
  expect(proven.verdict).toMatchObject({ decision: 'apply', reason: 'remembered' })
  const failed = await answers(calendar, { from: homeAddress, ...another(found('fail')) }, soon)
  expect(failed.verdict).toMatchObject({ state: 'review', reason: 'senderFails' })
})

test('a sender that was linked to one person does not answer for another', async ({ db }) => {
  const { link, evening, registrationId } = await anUnknownReply(db)
  await link()
  const bo = await anInvitee(db, { address: 'bo@leiderdorp.example', name: 'Bo Denkbeeld', at: evening })
  const forBo = await bo.answers({ attendees: [answering('DECLINED', homeAddress)] }, { from: homeAddress })
  expect(forBo.verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
  expect([await answerOf(db, registrationId), await answerOf(db, bo.registrationId)]).toEqual(['yes', 'none'])
})

test('a second address: its answers are hers from then on, and it can belong to one person only', async ({ db }) => {
  const { link, registrationId, personId, fromHome, evening } = await anUnknownReply(db)
  await link({ remember: 'alias' })
  const aliases = await db
    .selectFrom('person_alias')
    .innerJoin('email_address', 'email_address.id', 'person_alias.email_address_id')
    .select(['address', 'person_id'])
    .execute()
  expect(aliases).toEqual([{ address: homeAddress, person_id: personId }])
  const next = await fromHome('TENTATIVE', soon.add({ minutes: 1 }))
  expect(next.verdict).toMatchObject({ decision: 'apply', reason: 'ownAddress' })
  expect(await answerOf(db, registrationId)).toBe('maybe')
  const bo = await anInvitee(db, { address: 'bo@leiderdorp.example', name: 'Bo Denkbeeld', at: evening })
  const { inboxId } = await bo.answers({ attendees: [answering('ACCEPTED', homeAddress)] }, { from: homeAddress })
  const refused = link({ inboxId, registrationId: bo.registrationId, remember: 'alias' })
  await expect(refused).rejects.toMatchObject({ code: 'address-of-another', facts: { name: 'Ans de Verzonnene' } })
  expect(await answerOf(db, bo.registrationId), 'nothing half-written').toBe('none')
  expect((await inboxRow(db, inboxId)).state).toBe('review')
})

test('words of a person are linked with the answer that staff read in them', async ({ db }) => {
  const { takeIn, deliveredTo, evening, registrationId, personId } = await anInvitee(db)
  const words = Buffer.from(`From: ans@leiderdorp.example\r\nTo: ${deliveredTo}\r\nSubject: Re\r\n\r\nHelaas niet.`)
  const { inboxId } = await takeIn(words)
  const { staffId } = evening
  const order = { inboxId, registrationId, remember: 'linked', shownSequence: 0, staffId } as const
  await expect(linkUnknownReply(db, aSite, { ...order, answer: undefined }, soon)).rejects.toMatchObject({
    code: 'no-answer-chosen',
  })
  await linkUnknownReply(db, aSite, { ...order, answer: 'no' }, soon)
  expect(await answerOf(db, registrationId)).toBe('no')
  const [reply] = await db.selectFrom('reply').select(['door', 'recorded_by', 'via']).execute()
  expect(reply).toEqual({ door: 'staff', recorded_by: staffId, via: 'tray' })
  const found = await listTrayCandidates(db, { briefingSessionId: undefined, text: '', personId }, soon)
  expect(found.map(({ name, answer }) => ({ name, answer }))).toEqual([{ name: 'Ans de Verzonnene', answer: 'no' }])
})

test('an answer that grew old meanwhile is kept, changes nothing and says which it was', async ({ db }) => {
  const { link, registrationId, fromHome, evening } = await anUnknownReply(db)
  const click = { registrationId, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: soon } as const
  await recordAnswer(db, aSite, click, soon)
  expect(await link({}, soon.add({ minutes: 1 }))).toEqual({ notApplied: 'olderThanLast' })
  expect(await answerOf(db, registrationId)).toBe('no')

  const bo = await anInvitee(db, { address: 'bo@leiderdorp.example', name: 'Bo Denkbeeld', at: evening })
  const withoutSequence = await bo.answers(
    { attendees: [answering('ACCEPTED', homeAddress)], sequence: null },
    { from: homeAddress },
  )
  await db.updateTable('briefing_session').set({ sequence: 1, rsvp_epoch: 1 }).where('id', '=', evening.id).execute()
  const forBo = { inboxId: withoutSequence.inboxId, registrationId: bo.registrationId, shownSequence: 1 }
  expect(await link(forBo), 'it was about the time of then').toEqual({ notApplied: 'earlierVersion' })
  expect(await answerOf(db, bo.registrationId)).toBe('none')
  expect((await repliesOf(db, bo.registrationId)).map(({ applied }) => applied)).toEqual([false])
  expect((await fromHome()).verdict, 'the choice is remembered all the same').toMatchObject({
    reason: 'earlierVersion',
  })
})

test('after the evening was called off a link is refused in words and the mail stays', async ({ db }) => {
  const { link, evening, inboxId, staffId } = await anUnknownReply(db)
  const off = { status: 'cancelled', cancel_reason: 'Ziek' } as const
  await db.updateTable('briefing_session').set(off).where('id', '=', evening.id).execute()
  await expect(link()).rejects.toMatchObject({ code: 'session-closed' })
  expect((await inboxRow(db, inboxId)).state).toBe('review')
  await markReplySeen(db, { inboxId, staffId }, soon)
  expect(await countTray(db, 'open')).toBe(0)
  expect(await countTray(db, 'handled')).toBe(1)
})
