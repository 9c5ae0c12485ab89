import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { anInvitee, answerOf, commonBox, inboxRow, later, registrationOf, stamp } from '#tests/support/answers.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aCalendar, ans, answering } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const other = 'bo@leiderdorp.example'
const twoCalendars = aCalendar() + aCalendar({ attendees: [answering('DECLINED')] })

test('methods that answer no invitation are logged and change nothing', async ({ db }) => {
  const { answers, registrationId, evening } = await anInvitee(db)
  const before = (await mailsOf(db, evening.id)).length
  for (const method of ['PUBLISH', 'REQUEST', 'CANCEL', 'ADD', 'DECLINECOUNTER']) {
    const { inboxId, verdict } = await answers({}, { method })
    expect(verdict, method).toMatchObject({ state: 'processed', decision: 'ignore', reason: 'calendar' })
    expect((await inboxRow(db, inboxId)).raw.length).toBeGreaterThan(100)
  }
  expect(await answerOf(db, registrationId)).toBe('none')
  expect((await mailsOf(db, evening.id)).length).toBe(before)
})

test('several calendars in one mail wait for staff, in one part or in two', async ({ db }) => {
  const { answers, takeIn, raw, registrationId } = await anInvitee(db)
  const inOne = await answers({}, { calendar: twoCalendars })
  expect(inOne.verdict).toMatchObject({ state: 'review', finding: 'multi-object', reason: 'severalCalendars' })
  const declined = raw({ attendees: [answering('DECLINED')] }).toString('latin1')
  const part = /--b1\r\nContent-Type: text\/calendar[\s\S]*?(?=--b1--)/.exec(declined)?.[0] ?? ''
  const inTwo = await takeIn(Buffer.from(raw().toString('latin1').replace('--b1--', `${part}--b1--`)))
  expect(inTwo.verdict).toMatchObject({ state: 'review', reason: 'severalCalendars' })
  const accepted = /--b1\r\nContent-Type: text\/calendar[\s\S]*?(?=--b1--)/.exec(raw().toString('latin1'))?.[0] ?? ''
  const asFile = accepted.replace('text/calendar; charset=utf-8; method=REPLY', 'application/ics; name=invite.ics')
  expect(await answerOf(db, registrationId)).toBe('none')
  const twice = await takeIn(Buffer.from(raw().toString('latin1').replace('--b1--', `${asFile}--b1--`)))
  expect(twice.verdict, 'Gmail sends the same answer twice').toMatchObject({ decision: 'apply' })
})

test('who sends somebody else is kept with the name of that other, who is not invited', async ({ db }) => {
  const { answers, registrationId, evening } = await anInvitee(db)
  const attendee = `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:${other}":mailto:${ans}`
  const { inboxId, verdict } = await answers({ attendees: [attendee] })
  expect(verdict).toMatchObject({ state: 'review', reason: 'delegated' })
  expect((await inboxRow(db, inboxId)).delegated_to).toBe(other)
  const both = await answers({
    attendees: [attendee, `ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:${ans}":mailto:${other}`],
  })
  expect(both.verdict).toMatchObject({ state: 'review', reason: 'delegated' })
  expect(await answerOf(db, registrationId)).toBe('none')
  expect(await db.selectFrom('registration').select('id').execute()).toHaveLength(1)
  expect((await mailsOf(db, evening.id)).filter(({ recipient }) => recipient === other)).toEqual([])
})

test('another time is proposed: maybe or no is recorded, a yes is held to be maybe, and nothing is mailed', async ({
  db,
}) => {
  const { answers, registrationId, evening } = await anInvitee(db)
  const before = (await mailsOf(db, evening.id)).length
  for (const [partstat, answer] of [
    ['TENTATIVE', 'maybe'],
    ['DECLINED', 'no'],
    ['ACCEPTED', 'maybe'],
  ] as const) {
    const taken = await answers({ attendees: [answering(partstat)] }, { method: 'COUNTER' })
    expect(taken.verdict).toMatchObject({ state: 'review', decision: 'apply', reason: 'counterProposal' })
    expect(await answerOf(db, registrationId)).toBe(answer)
  }
  expect((await mailsOf(db, evening.id)).length).toBe(before)
})

test('ten requests for the invitation at once give one mail', async ({ db }) => {
  const { answers, evening, another } = await anInvitee(db)
  const before = (await mailsOf(db, evening.id)).length
  const taken = await Promise.all(Array.from({ length: 10 }, () => answers({}, { method: 'REFRESH', ...another() })))
  const reasons = taken.map(({ verdict }) => verdict?.decision)
  expect(reasons.filter((decision) => decision === 'sendAgain')).toHaveLength(1)
  expect((await mailsOf(db, evening.id)).length).toBe(before + 1)
  const within = await answers({}, { method: 'REFRESH', ...another() }, later.add({ minutes: 59 }))
  expect(within.verdict).toMatchObject({ reason: 'sentRecently' })
  const nextHour = later.add({ minutes: 61 })
  expect((await answers({}, { method: 'REFRESH', ...another() }, nextHour)).verdict?.decision).toBe('sendAgain')
})

test('a machine that answers nothing is logged; a room that answers by itself counts', async ({ db }) => {
  const { takeIn, answers, registrationId, deliveredTo } = await anInvitee(db)
  const away = (headers: string[]) =>
    takeIn(
      Buffer.from(
        [`From: ${ans}`, `To: ${deliveredTo}`, 'Subject: Afwezig', ...headers, '', 'Ik ben er niet.'].join('\r\n'),
      ),
    )
  for (const header of [
    'Auto-Submitted: auto-replied',
    'X-Autoreply: yes',
    'X-Autorespond: ja',
    'Precedence: auto_reply',
  ]) {
    const { inboxId, verdict } = await away([header])
    expect(verdict, header).toMatchObject({ state: 'processed', decision: 'ignore', reason: 'automatic' })
    expect((await inboxRow(db, inboxId)).subject).toBe('Afwezig')
  }
  const written = await away(['Auto-Submitted: no'])
  expect(written.verdict).toMatchObject({ state: 'review', reason: 'human' })
  expect((await inboxRow(db, written.inboxId)).guessed_by).toBe('token')
  const room = await answers({}, { headers: ['Auto-Submitted: auto-generated', 'Precedence: bulk'] })
  expect(room.verdict).toMatchObject({ decision: 'apply' })
  expect(await answerOf(db, registrationId)).toBe('yes')
})

test('one mailbox that answers for two people answers for each by her own address', async ({ db }) => {
  const one = await anInvitee(db)
  const two = await anInvitee(db, { address: other, name: 'Bo Denkbeeld', at: one.evening })
  const from = 'secretariaat@leiderdorp.example'
  await one.answers({ attendees: [answering('ACCEPTED', ans)] }, { from })
  await two.answers({ attendees: [answering('DECLINED', other)] }, { from })
  expect([await answerOf(db, one.registrationId), await answerOf(db, two.registrationId)]).toEqual(['yes', 'no'])
  const crossed = await one.answers({ attendees: [answering('DECLINED', other)] }, { from })
  expect(crossed.verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
  expect([await answerOf(db, one.registrationId), await answerOf(db, two.registrationId)]).toEqual(['yes', 'no'])
})

test('an old answer that is sent again in a new envelope does not undo a later one', async ({ db }) => {
  const { answers, registrationId, another } = await anInvitee(db)
  await answers({ stamp: stamp(later) })
  const click = later.add({ minutes: 5 })
  const no = { registrationId, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: click } as const
  await recordAnswer(db, aSite, no, click)
  const replayed = await answers({ stamp: stamp(later) }, another(), click.add({ minutes: 1 }))
  expect(replayed.verdict).toMatchObject({ decision: 'record', reason: 'olderThanLast' })
  expect(await answerOf(db, registrationId)).toBe('no')
})

test('a clock that is ahead does not win from a later click', async ({ db }) => {
  const { answers, registrationId } = await anInvitee(db)
  await answers({ stamp: stamp(now.add({ hours: 24 * 30 })) })
  expect((await registrationOf(db, registrationId)).answered_at).toContain('2026-11-24 09:10:00')
  const click = later.add({ seconds: 1 })
  const no = { registrationId, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: click } as const
  expect((await recordAnswer(db, aSite, no, click)).applied).toBe(true)
})

test('what answers a feed, or our return address, is nobody’s answer', async ({ db }) => {
  const { answers, registrationId } = await anInvitee(db)
  expect((await answers({}, { to: 'agenda@briefings.example' })).verdict?.decision).toBe('ignore')
  expect((await answers({ uid: 'no-such-event@briefings.example' })).verdict).toMatchObject({
    reason: 'unknownSession',
  })
  expect((await answers({}, { to: commonBox, from: ans })).verdict?.reason).toBe('senderUnproven')
  expect(await answerOf(db, registrationId)).toBe('none')
})
