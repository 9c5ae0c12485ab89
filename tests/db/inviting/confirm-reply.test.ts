import { confirmReply } from '#app/use-cases/inviting/confirm-reply.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import type { Db } from '#db/connection.server.ts'
import { findAskedPerson } from '#db/inviting/reply-confirmations.ts'
import { anInvitee, answerOf, commonBox, inboxRow, later, stamp } from '#tests/support/answers.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { ans, answering } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const soon = later.add({ minutes: 5 })

/** An answer in her name at the common address: nothing proves that it is hers. */
async function anUnprovenAnswer(db: Db) {
  const invitee = await anInvitee(db)
  const unproven = (partstat = 'ACCEPTED', at = later, headers: string[] = []) =>
    invitee.answers(
      { attendees: [answering(partstat)], stamp: stamp(at) },
      { to: commonBox, ...invitee.another(headers) },
      at,
    )
  const questions = async () => (await mailsOf(db, invitee.evening.id)).filter(({ kind }) => kind === 'confirm-reply')
  const tokenIn = (raw: string) => {
    const text = /text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? ''
    const plain = text.replace(/=\r\n/g, '').replaceAll('=3D', '=')
    return /\/antwoord\/([\w-]{43})/.exec(plain)?.[1] ?? ''
  }
  return { ...invitee, unproven, questions, tokenIn }
}

test('she is asked once, at the address we know, in a mail with the dossier number and nothing of what the mail said', async ({
  db,
}) => {
  const { answers, questions, evening, another } = await anUnprovenAnswer(db)
  const evil = { extra: ['COMMENT:Klik hier https://evil.example'] }
  await answers(evil, { to: commonBox, ...another() })
  const [question, ...more] = await questions()
  expect(more).toEqual([])
  expect(question).toMatchObject({ recipient: ans, sequence: null, calendar: undefined })
  expect(question?.subject).toContain('DOS-2026-0001081')
  expect(question?.raw).not.toContain('evil.example')
  expect(question?.raw).toContain('Auto-Submitted: auto-generated')
  expect((await mailsOf(db, evening.id)).every(({ recipient }) => recipient === ans)).toBe(true)
})

test('ten such answers at once, and any that come later, are one question; after a new time she may be asked again', async ({
  db,
}) => {
  const { unproven, questions, evening } = await anUnprovenAnswer(db)
  await Promise.all(Array.from({ length: 10 }, () => unproven()))
  await unproven('DECLINED', soon)
  expect(await questions()).toHaveLength(1)
  await db.updateTable('briefing_session').set({ sequence: 1, rsvp_epoch: 1 }).where('id', '=', evening.id).execute()
  await unproven('ACCEPTED', soon)
  expect(await questions(), 'an answer to the old time is not worth a question').toHaveLength(1)
})

test('never after mail of a machine, an evening that is off, an address that bounces or without a dossier number', async ({
  db,
}) => {
  const { unproven, questions, evening } = await anUnprovenAnswer(db)
  await unproven('ACCEPTED', later, ['Auto-Submitted: auto-replied'])
  await unproven('NEEDS-ACTION')
  const suspended = { suspended_at: later.toString(), suspended_reason: '5.1.1' }
  await db.updateTable('email_address').set(suspended).where('address', '=', ans).execute()
  await unproven()
  await db.updateTable('email_address').set({ suspended_at: null, suspended_reason: null }).execute()
  await db.updateTable('briefing_session').set({ dos_number: null }).where('id', '=', evening.id).execute()
  await unproven()
  expect(await questions()).toEqual([])
  expect(await db.selectFrom('reply_confirmation').select('id').execute(), 'she was not asked').toEqual([])
  await db.updateTable('briefing_session').set({ dos_number: 'DOS-2026-0001081' }).execute()
  await db.updateTable('briefing_session').set({ status: 'cancelled', cancel_reason: 'Ziek' }).execute()
  await unproven()
  expect(await questions()).toEqual([])
})

test('yes: it counts from when it was given, the mail leaves the tray, the link is used up', async ({ db }) => {
  const { unproven, questions, tokenIn, registrationId, personId, evening } = await anUnprovenAnswer(db)
  const { inboxId } = await unproven('DECLINED')
  const [question] = await questions()
  const token = tokenIn(question?.raw ?? '')
  const stored = await db.selectFrom('reply_confirmation').selectAll().executeTakeFirstOrThrow()
  expect(stored.token_hash.toString('base64url')).not.toBe(token)
  const asked = { personId, briefingSessionId: evening.id }
  expect(await findAskedPerson(db, asked)).toMatchObject({ outcome: undefined })
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => confirmReply(db, aSite, { token, isHers: true }, soon)),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const each of tries)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'link-no-longer-works' })
  expect(await answerOf(db, registrationId)).toBe('no')
  const replies = await db.selectFrom('reply').select(['via', 'inbox_id', 'applied']).execute()
  expect(replies).toEqual([{ via: 'confirmed', inbox_id: inboxId, applied: true }])
  expect((await inboxRow(db, inboxId)).state).toBe('closed')
  expect(await findAskedPerson(db, asked)).toMatchObject({ outcome: 'confirmed' })
  expect(await questions(), 'nothing is mailed about it').toHaveLength(1)
})

test('no: nothing changes, and staff see what she said', async ({ db }) => {
  const { unproven, questions, tokenIn, registrationId, personId, evening } = await anUnprovenAnswer(db)
  const { inboxId } = await unproven()
  const token = tokenIn((await questions())[0]?.raw ?? '')
  await confirmReply(db, aSite, { token, isHers: false }, soon)
  expect(await answerOf(db, registrationId)).toBe('none')
  expect((await inboxRow(db, inboxId)).state).toBe('review')
  const asked = await findAskedPerson(db, { personId, briefingSessionId: evening.id })
  expect(asked).toMatchObject({ outcome: 'denied' })
})

test('a click of her own after that mail still wins; after a week, or a new time, the link changes nothing', async ({
  db,
}) => {
  const { unproven, questions, tokenIn, registrationId, evening } = await anUnprovenAnswer(db)
  await unproven('DECLINED')
  const token = tokenIn((await questions())[0]?.raw ?? '')
  const click = { registrationId, answer: 'yes', door: 'link', answeredSequence: 0, answeredAt: soon } as const
  await recordAnswer(db, aSite, click, soon)
  const tooLate = later.add({ hours: 7 * 24 + 1 })
  await expect(confirmReply(db, aSite, { token, isHers: true }, tooLate)).rejects.toMatchObject({
    code: 'link-no-longer-works',
  })
  expect(await confirmReply(db, aSite, { token, isHers: true }, soon)).toMatchObject({ notApplied: 'olderThanLast' })
  expect(await answerOf(db, registrationId)).toBe('yes')
  await db.updateTable('reply_confirmation').set({ outcome: null, settled_at: null }).execute()
  await db.updateTable('briefing_session').set({ sequence: 1, rsvp_epoch: 1 }).where('id', '=', evening.id).execute()
  expect(await confirmReply(db, aSite, { token, isHers: true }, soon)).toMatchObject({ notApplied: 'earlierVersion' })
})
