import { type AnswerDoor, type GivenAnswer, givenAnswers } from '#app/domain/inviting/answer.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { listAnswerRegister } from '#db/inviting/answer-register.ts'
import { listReplies } from '#db/inviting/replies.ts'
import { anInvitee, answerOf, later, stamp } from '#tests/support/answers.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { answering } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const doors = ['link', 'calendar', 'clerk', 'staff'] as const satisfies AnswerDoor[]
const partstats: Record<GivenAnswer, string> = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' }

/** The evening moved after its first version: 0 answers the old time, 1 the time of now. */
const versions = [0, 1] as const

type Answer = { door: AnswerDoor; answer: GivenAnswer; version: 0 | 1; minute: number }

const pairs: [Answer, Answer][] = doors.flatMap((first) =>
  doors.flatMap((second) =>
    versions.flatMap((firstVersion) =>
      versions.map((secondVersion): [Answer, Answer] => [
        { door: first, answer: 'no', version: firstVersion, minute: 1 },
        { door: second, answer: 'yes', version: secondVersion, minute: 2 },
      ]),
    ),
  ),
)

for (const isReversed of [false, true]) {
  test(`any two answers through any two doors, ${isReversed ? 'the later one first' : 'in order'}: the latest about the time of now counts`, async ({
    db,
  }) => {
    test.slow()
    const { registrationId, answers, another, evening } = await anInvitee(db)
    const { staffId } = evening
    await db.updateTable('briefing_session').set({ sequence: 1, rsvp_epoch: 1 }).where('id', '=', evening.id).execute()
    const mails = (await mailsOf(db, evening.id)).length
    const arrival = later.add({ minutes: 30 })
    const give = async ({ door, answer, version, minute }: Answer) => {
      const answeredAt = later.add({ minutes: minute })
      if (door === 'calendar') {
        const said = { attendees: [answering(partstats[answer])], sequence: version, stamp: stamp(answeredAt) }
        await answers(said, another(), arrival)
        return
      }
      const recordedBy = door === 'link' ? undefined : staffId
      await recordAnswer(
        db,
        aSite,
        { registrationId, answer, door, answeredSequence: version, answeredAt, recordedBy },
        arrival,
      )
    }
    for (const pair of pairs) {
      await db.deleteFrom('reply').execute()
      const nothing = { answer: 'none', answer_door: null, answer_sequence: null, answered_at: null } as const
      await db.updateTable('registration').set(nothing).where('id', '=', registrationId).execute()
      for (const each of isReversed ? pair.toReversed() : pair) await give(each)

      const counting = pair.filter(({ version }) => version === 1).at(-1)
      const told = pair.map(({ door, version }) => `${door} v${version}`).join(', ')
      expect(await answerOf(db, registrationId), told).toBe(counting?.answer ?? 'none')
      const history = await listReplies(db, { registrationId })
      expect(history, 'every answer is kept').toHaveLength(2)
      for (const { answeredSequence, notApplied } of history)
        if (answeredSequence === 0) expect(notApplied).toBe('earlierVersion')
      const isLate = isReversed && pair.every(({ version }) => version === 1)
      expect(history[0]?.notApplied === 'olderThanLast', told).toBe(isLate)
    }
    expect((await mailsOf(db, evening.id)).length, 'no answer is confirmed by mail').toBe(mails)
  })
}

test('mail and click show the same on her own page, for the clerk and for staff, with the whole history', async ({
  db,
}) => {
  const { registrationId, answers, another, evening } = await anInvitee(db)
  const by = { recordedBy: evening.staffId }
  let minute = 0
  for (const answer of givenAnswers) {
    const at = later.add({ minutes: ++minute })
    await answers(
      { attendees: [answering(partstats[answer])], stamp: stamp(at) },
      { from: 'griffie@leiderdorp.example', ...another() },
      at,
    )
    const next = later.add({ minutes: ++minute })
    const byHand = { registrationId, answer, door: 'staff', answeredSequence: 0, answeredAt: next, ...by } as const
    await recordAnswer(db, aSite, byHand, next)
  }
  const own = await listReplies(db, { registrationId })
  const { council_id } = await db.selectFrom('registration').select('council_id').executeTakeFirstOrThrow()
  const [forStaff] = await listAnswerRegister(db, evening.id, undefined)
  const [forClerk] = await listAnswerRegister(db, evening.id, [council_id])
  expect(forStaff?.answer).toBe('no')
  expect(forClerk?.replies).toEqual(forStaff?.replies)
  expect(forStaff?.replies.map(({ id, answer, door }) => ({ id, answer, door }))).toEqual(
    own.map(({ id, answer, door }) => ({ id, answer, door })),
  )
  expect(forStaff?.replies[0]).toMatchObject({
    door: 'staff',
    recordedBy: 'Robin Gefingeerd',
    sequence: 0,
    applied: true,
  })
  expect(forStaff?.replies[1]).toMatchObject({ door: 'calendar', via: 'otherAddress', recordedBy: undefined })
  expect(await listAnswerRegister(db, evening.id, [crypto.randomUUID()]), 'another council sees nobody').toEqual([])
})

test('a version that was never sent is the one of now: it counts, and not beyond the next change', async ({ db }) => {
  const { registrationId, answers, another } = await anInvitee(db)
  const madeUp = 9_007_199_254_740_991
  const link = { registrationId, door: 'link', answeredSequence: madeUp } as const
  await recordAnswer(db, aSite, { ...link, answer: 'yes', answeredAt: later }, later)
  expect(await listReplies(db, { registrationId })).toMatchObject([{ answeredSequence: 0, notApplied: undefined }])
  const next = later.add({ minutes: 1 })
  const said = { attendees: [answering('DECLINED')], sequence: madeUp, stamp: stamp(next) }
  expect(await answers(said, another(), next)).toMatchObject({ outcome: 'settled', verdict: { decision: 'apply' } })
  expect((await listReplies(db, { registrationId })).map(({ answeredSequence }) => answeredSequence)).toEqual([0, 0])
  expect(await answerOf(db, registrationId)).toBe('no')
})
