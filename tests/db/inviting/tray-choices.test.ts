import { Refusal } from '#app/domain/refusal.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { rejectUnknownReply } from '#app/use-cases/inviting/reject-unknown-reply.ts'
import type { Db } from '#db/connection.server.ts'
import { countTray } from '#db/inviting/tray.ts'
import { listTrayChoices } from '#db/inviting/tray-choices.ts'
import { anInvitee, answerOf, inboxRow, later, repliesOf } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { anUnknownReply, homeAddress, soon } from '#tests/support/unknown-reply.ts'

const callers = 12
const auditOf = async (db: Db) =>
  (await db.selectFrom('audit_event').select(['action', 'after', 'before', 'reason']).execute()).filter(({ action }) =>
    action.startsWith('incomingMail.'),
  )

test('rejected with a reason: nothing changes, and the same sender for the same person is not shown again', async ({
  db,
}) => {
  const { inboxId, staffId, fromHome, answers, another, registrationId, takeIn, deliveredTo, takeBack } =
    await anUnknownReply(db)
  await rejectUnknownReply(db, { inboxId, reason: 'Niet van haar', staffId }, soon)
  expect((await fromHome('ACCEPTED', soon)).verdict).toMatchObject({ decision: 'ignore', reason: 'rejectedSender' })
  const written = Buffer.from(`From: ${homeAddress}\r\nTo: ${deliveredTo}\r\nSubject: Hallo\r\n\r\nKijk eens`)
  expect((await takeIn(written)).verdict).toMatchObject({ state: 'processed', reason: 'rejectedSender' })
  expect(await answerOf(db, registrationId)).toBe('none')
  expect(await countTray(db, 'open')).toBe(0)
  expect((await answers({}, another())).verdict, 'she herself is heard').toMatchObject({ reason: 'ownAddress' })
  expect((await auditOf(db)).at(-1)).toMatchObject({ action: 'incomingMail.rejected', reason: 'Niet van haar' })
  await takeBack()
  expect(await countTray(db, 'open')).toBe(1)
  expect((await fromHome('ACCEPTED', soon)).verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
})

test('whoever is turned away by mistake is still heard from her own address', async ({ db }) => {
  const { takeIn, deliveredTo, answers, another, evening, registrationId } = await anInvitee(db)
  const write = (words: string) =>
    takeIn(Buffer.from(`From: ans@leiderdorp.example\r\nTo: ${deliveredTo}\r\nSubject: Vraag\r\n\r\n${words}`))
  const { inboxId } = await write('Mag ik iemand meenemen?')
  await rejectUnknownReply(db, { inboxId, reason: 'Per ongeluk', staffId: evening.staffId }, soon)
  expect((await write('Nog eens: mag het?')).verdict).toMatchObject({ state: 'review', reason: 'human' })
  await answers({}, another())
  expect(await answerOf(db, registrationId)).toBe('yes')
})

test(`${callers} members of staff at once: one wins, the others hear what was done`, async ({ db }) => {
  const { link, inboxId, staffId, registrationId } = await anUnknownReply(db)
  const outcomes = await Promise.allSettled(
    Array.from({ length: callers }, (_, index) => {
      if (index % 3 === 0) return link({ remember: 'alias' })
      return index % 3 === 1 ? link() : rejectUnknownReply(db, { inboxId, reason: 'Nee', staffId }, soon)
    }),
  )
  const lost = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  expect(lost).toHaveLength(callers - 1)
  for (const reason of lost) {
    expect(reason).toBeInstanceOf(Refusal)
    expect(reason).toMatchObject({ code: 'reply-already-handled', facts: { by: 'Robin Gefingeerd' } })
  }
  expect(await listTrayChoices(db, inboxId)).toHaveLength(1)
  expect((await repliesOf(db, registrationId)).length).toBeLessThanOrEqual(1)
})

test('taken back: the answer before it counts again, the second address and the memory go, the mail is open', async ({
  db,
}) => {
  const { link, takeBack, registrationId, fromHome, inboxId } = await anUnknownReply(db)
  const before = later.subtract({ minutes: 5 })
  const click = { registrationId, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: before } as const
  await recordAnswer(db, aSite, click, before)
  await link({ remember: 'alias' })
  expect(await answerOf(db, registrationId)).toBe('yes')
  expect(await takeBack()).toEqual({ answerChanged: true })
  expect(await answerOf(db, registrationId)).toBe('no')
  expect(await db.selectFrom('person_alias').select('person_id').execute()).toEqual([])
  expect((await inboxRow(db, inboxId)).state).toBe('review')
  expect((await fromHome('ACCEPTED', soon)).verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
  await expect(takeBack()).rejects.toMatchObject({ code: 'choice-already-taken-back' })
  expect(await link(), 'it can be linked again').toEqual({ notApplied: undefined })
  expect(await answerOf(db, registrationId)).toBe('yes')
})

test('taken back after a later answer of her own, that one stays', async ({ db }) => {
  const { link, takeBack, registrationId } = await anUnknownReply(db)
  await link()
  const click = { registrationId, answer: 'maybe', door: 'link', answeredSequence: 0, answeredAt: soon } as const
  await recordAnswer(db, aSite, click, soon)
  expect(await takeBack()).toEqual({ answerChanged: false })
  expect(await answerOf(db, registrationId)).toBe('maybe')
})
