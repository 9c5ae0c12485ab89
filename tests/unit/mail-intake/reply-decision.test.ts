import { expect, test } from '@playwright/test'
import type { AuthenticationResult, CalendarMessage } from '#app/domain/inviting/incoming-mail.ts'
import { decideReply, type ReplyContext, type ReplyDecision } from '#app/domain/inviting/reply-decision.ts'
import { ans, uid } from './answer-mail.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const arrivedAt = instant('2026-11-24T09:00:00Z')

function calendar(over: Partial<CalendarMessage> = {}): CalendarMessage {
  return {
    method: 'REPLY',
    uid,
    sequence: 2,
    stampedAt: instant('2026-11-24T08:00:00Z'),
    attendees: [{ address: ans, partstat: 'ACCEPTED', delegatedTo: [] }],
    events: 1,
    hasRecurrenceId: false,
    comment: '',
    requestStatus: [],
    proposedStart: undefined,
    proposedEnd: undefined,
    ...over,
  }
}

const known: ReplyContext = {
  hasToken: true,
  person: { addresses: [ans] },
  session: { version: { sequence: 2, rsvpEpoch: 2 }, isClosed: false },
  participation: { isLive: true, last: undefined },
  isRejectedSender: false,
}

function decide(
  over: Partial<CalendarMessage> = {},
  context: Partial<ReplyContext> = {},
  mail: { from?: string; authentication?: AuthenticationResult } = {},
): ReplyDecision {
  const { from = ans, authentication = 'none' } = mail
  return decideReply({ from, authentication }, calendar(over), { ...known, ...context }, arrivedAt)
}

const by = (address: string, partstat = 'ACCEPTED') => ({ attendees: [{ address, partstat, delegatedTo: [] }] })
const other = 'bo@leiderdorp.example'

test('the table of senders, row by row', () => {
  const applied = (via: string) => ({ do: 'apply', answer: 'yes', via })
  const review = (why: string) => ({ do: 'review', why })
  for (const authentication of ['pass', 'none'] as const) {
    expect(decide({}, {}, { authentication })).toMatchObject(applied('ownAddress'))
    expect(decide({}, {}, { from: other, authentication })).toMatchObject(applied('otherAddress'))
  }
  for (const from of [ans, other])
    expect(decide({}, {}, { from, authentication: 'fail' })).toEqual(review('senderFails'))
  for (const authentication of ['pass', 'none', 'fail'] as const)
    expect(decide(by(other), {}, { from: other, authentication })).toEqual(review('otherAttendee'))
  const withoutToken = { hasToken: false }
  expect(decide({}, withoutToken, { authentication: 'pass' })).toMatchObject(applied('sender'))
  expect(decide({}, withoutToken, { authentication: 'none' })).toEqual(review('senderUnproven'))
  expect(decide({}, withoutToken, { authentication: 'fail' })).toEqual(review('senderUnproven'))
  expect(decide({}, withoutToken, { from: other, authentication: 'pass' })).toEqual(review('senderDiffers'))
  expect(
    decide({}, { ...withoutToken, session: undefined, person: undefined }, { from: other, authentication: 'pass' }),
    'also about somebody or something that we do not know',
  ).toEqual(review('senderDiffers'))
})

test('capitals, a plus-tag and a second address of the same person are the same person', () => {
  const context = { person: { addresses: ['Ans@Leiderdorp.Example', other] } }
  expect(decide(by('ans+agenda@leiderdorp.example'), context)).toMatchObject({ do: 'apply' })
  expect(decide(by(other), context, { from: other })).toMatchObject({ do: 'apply', via: 'ownAddress' })
})

test('nobody is added by a mail', () => {
  const crasher = { hasToken: false, person: undefined, participation: undefined }
  expect(decide(by(other), crasher, { from: other, authentication: 'pass' })).toEqual({
    do: 'review',
    why: 'notInvited',
  })
  expect(decide({}, { participation: undefined })).toEqual({ do: 'review', why: 'notInvited' })
  expect(decide({}, { session: undefined })).toEqual({ do: 'review', why: 'unknownSession' })
  expect(decide({}, { person: undefined, participation: undefined }), 'a token of nobody').toEqual({
    do: 'review',
    why: 'unknownPerson',
  })
})

test('accepted, declined and tentative are answers; the rest is none', () => {
  expect(decide(), 'nothing in it for a person to look at').toEqual({
    do: 'apply',
    answer: 'yes',
    answeredSequence: 2,
    answeredAt: instant('2026-11-24T08:00:00Z'),
    via: 'ownAddress',
  })
  expect(decide(by(ans, 'DECLINED'))).toMatchObject({ do: 'apply', answer: 'no' })
  expect(decide(by(ans, 'TENTATIVE'))).toMatchObject({ do: 'apply', answer: 'maybe' })
  for (const partstat of ['NEEDS-ACTION', 'IN-PROCESS', 'X-WHATEVER'])
    expect(decide(by(ans, partstat))).toEqual({ do: 'ignore', why: 'noAnswerInIt' })
})

test('an answer to an earlier version is kept and changes nothing', () => {
  expect(decide({ sequence: 1 })).toMatchObject({ do: 'record', why: 'earlierVersion', answer: 'yes' })
  const moved = { session: { version: { sequence: 3, rsvpEpoch: 2 }, isClosed: false } }
  expect(decide({ sequence: 2 }, moved), 'a room changed since, the question did not').toMatchObject({ do: 'apply' })
  expect(decide({ sequence: undefined }), 'no SEQUENCE counts as the current one').toMatchObject({
    do: 'apply',
    answeredSequence: 2,
  })
  expect(decide({ sequence: 99 }), 'nobody answers what was never sent').toMatchObject({ answeredSequence: 2 })
})

test('the later moment wins, whichever door it came through', () => {
  const last = (answeredAt: string) => ({
    participation: { isLive: true, last: { answeredSequence: 2, answeredAt: instant(answeredAt) } },
  })
  expect(decide({}, last('2026-11-24T08:00:01Z'))).toMatchObject({ do: 'record', why: 'olderThanLast' })
  expect(decide({}, last('2026-11-24T08:00:00Z'))).toMatchObject({ do: 'apply' })
  expect(decide({ stampedAt: undefined }, last('2026-11-24T08:30:00Z'))).toMatchObject({ answeredAt: arrivedAt })
  const ahead = { stampedAt: instant('2026-12-24T08:00:00Z') }
  expect(decide(ahead), 'a clock ahead of ours is held to the arrival').toMatchObject({ answeredAt: arrivedAt })
})

test('delegates, several people, occurrences and answers without anybody are for a person to look at', () => {
  const delegated = [{ address: ans, partstat: 'DELEGATED', delegatedTo: [other] }]
  expect(decide({ attendees: delegated })).toEqual({ do: 'review', why: 'delegated' })
  const named = [{ address: ans, partstat: 'ACCEPTED', delegatedTo: [other] }]
  expect(decide({ attendees: named }), 'whatever word stands beside the name').toEqual({
    do: 'review',
    why: 'delegated',
  })
  const unnamed = by(ans, 'DELEGATED')
  expect(decide(unnamed), 'to nobody it names').toEqual({ do: 'review', why: 'delegated' })
  expect(decide({ attendees: [...by(other).attendees, ...delegated] }), 'the second of two').toEqual({
    do: 'review',
    why: 'delegated',
  })
  const two = [...by(ans).attendees, ...by(other).attendees]
  expect(decide({ attendees: two })).toEqual({ do: 'review', why: 'severalAttendees' })
  expect(decide({ attendees: [] })).toEqual({ do: 'review', why: 'noAttendee' })
  expect(decide({ hasRecurrenceId: true })).toEqual({ do: 'review', why: 'occurrence' })
  expect(decide({ events: 2 })).toEqual({ do: 'review', why: 'severalAnswers' })
})

test('another time is proposed: the answer in it counts and staff see the proposal', () => {
  const proposal = { method: 'COUNTER', ...by(ans, 'TENTATIVE') }
  expect(decide(proposal)).toMatchObject({ do: 'apply', answer: 'maybe', review: 'counterProposal' })
  const accepting = decide({ method: 'COUNTER', ...by(ans, 'ACCEPTED') })
  expect(accepting, 'not a yes to the time of now').toMatchObject({ do: 'apply', answer: 'maybe' })
  expect(decide({ method: 'COUNTER', ...by(ans, 'DECLINED') })).toMatchObject({ do: 'apply', answer: 'no' })
  expect(decide({ method: 'COUNTER', ...by(ans, 'NEEDS-ACTION') })).toEqual({ do: 'review', why: 'counterProposal' })
})

test('who asks for the invitation gets it again, if it was hers', () => {
  expect(decide({ method: 'REFRESH' })).toEqual({ do: 'sendAgain' })
  expect(decide({ method: 'REFRESH' }, { hasToken: false })).toEqual({ do: 'review', why: 'senderUnproven' })
})

test('who left, an evening that is over and a sender that was turned away change nothing', () => {
  expect(decide({}, { participation: { isLive: false, last: undefined } })).toEqual({
    do: 'ignore',
    why: 'noLongerTakesPart',
  })
  const closed = { session: { version: { sequence: 2, rsvpEpoch: 2 }, isClosed: true } }
  expect(decide({}, closed)).toEqual({ do: 'ignore', why: 'closedSession' })
  expect(decide({}, { hasToken: false, isRejectedSender: true })).toEqual({ do: 'ignore', why: 'rejectedSender' })
})

test('a sender that was turned away is heard all the same when it is certainly she', () => {
  const rejected = { isRejectedSender: true }
  const turnedAway = { do: 'ignore', why: 'rejectedSender' }
  expect(decide({}, rejected)).toMatchObject({ do: 'apply', via: 'ownAddress' })
  const ofTwo = { ...rejected, person: { addresses: [other, ans] } }
  expect(decide({}, ofTwo), 'from one of her addresses').toMatchObject({ do: 'apply', via: 'ownAddress' })
  expect(decide({}, rejected, { from: other })).toEqual(turnedAway)
  const common = { ...rejected, hasToken: false }
  expect(decide({}, common, { authentication: 'pass' })).toMatchObject({ do: 'apply', via: 'sender' })
  for (const authentication of ['none', 'fail'] as const)
    expect(decide({}, common, { authentication })).toEqual(turnedAway)
  expect(decide({}, { ...common, person: undefined }, { authentication: 'pass' })).toEqual(turnedAway)
})
