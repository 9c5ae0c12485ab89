import { randomUUID } from 'node:crypto'
import { recordEngagedAnswer } from '#app/use-cases/inviting/record-engaged-answer.ts'
import { takeInMail } from '#app/use-cases/inviting/take-in-mail.ts'
import { offerOption } from '#app/use-cases/scheduling/offer-option.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { later, stamp } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { noor, room } from '#tests/support/engaged-evening.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite, instant, now } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker, aVenue } from '#tests/support/sessions.ts'
import {
  type AnswerCalendar,
  type AnswerMail,
  aCalendar,
  anAnswerMail,
  answering,
} from '#tests/unit/mail-intake/answer-mail.ts'

const kim = 'kim@griffie-leiderdorp.example'

async function anEvening(db: Db, isOption = false) {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const request = await aBareRequest(db)
  await aClerk(db, 'leiderdorp', 'Kim Bedacht', kim)
  const speakerIds = [await aSpeaker(db, 'Noor Voorbeeld', noor)]
  const plan = aPlan({ speakerIds, venueId: await aVenue(db, 'Raadzaal', 60, room) })
  const id = randomUUID()
  await planSession(db, aSite, { ...request, id, plan, staffId }, now)
  const expiresAt = instant('2026-12-15T16:00:00Z')
  if (isOption) await offerOption(db, aSite, { id, version: 1, expiresAt, staffId }, now)
  else await publishSession(db, aSite, { id, version: 1, staffId }, now)
  const { calendar_uid } = await db.selectFrom('briefing_session').selectAll().executeTakeFirstOrThrow()
  const answers = async (
    address: string,
    partstat: string,
    { calendar = {}, mail = {} }: { calendar?: AnswerCalendar; mail?: AnswerMail } = {},
    at = later,
  ) => {
    const { calendar_token } = await db
      .selectFrom('person')
      .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
      .select('calendar_token')
      .where('address', '=', address)
      .executeTakeFirstOrThrow()
    const deliveredTo = mail.to ?? `rsvp+${calendar_token}@briefings.example`
    const raw = anAnswerMail({
      from: address,
      to: deliveredTo,
      calendar: aCalendar({
        uid: calendar_uid,
        stamp: stamp(at),
        method: mail.method,
        attendees: [answering(partstat, address)],
        ...calendar,
      }),
      ...mail,
    })
    return takeInMail(db, aSite, { raw, envelope: { door: 'lmtp', deliveredTo, authservId: undefined } }, at)
  }
  return { id, answers }
}

const answerOf = async (db: Db, address: string) =>
  db
    .selectFrom('engagement')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['engagement.id', 'answer', 'answer_door'])
    .where('address', '=', address)
    .executeTakeFirstOrThrow()

test('a speaker answers from her calendar like a participant, with her words kept', async ({ db }) => {
  const { answers } = await anEvening(db)
  const no = { calendar: { extra: ['COMMENT:Ik ben op reis'] } }
  expect((await answers(noor, 'DECLINED', no)).verdict).toMatchObject({ state: 'processed', decision: 'apply' })
  const { id, ...found } = await answerOf(db, noor)
  expect(found).toEqual({ answer: 'no', answer_door: 'calendar' })
  const replies = await db.selectFrom('reply').select(['engagement_id', 'registration_id', 'remark']).execute()
  expect(replies).toEqual([{ engagement_id: id, registration_id: null, remark: 'Ik ben op reis' }])
})

test('a room answers by itself, and that counts', async ({ db }) => {
  const { answers } = await anEvening(db)
  const automatic = { mail: { headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'] } }
  expect((await answers(room, 'ACCEPTED', automatic)).verdict).toMatchObject({
    decision: 'apply',
    reason: 'ownAddress',
  })
  expect(await answerOf(db, room)).toMatchObject({ answer: 'yes', answer_door: 'calendar' })
})

test('a clerk agrees with an option from her calendar; after it ran out nothing counts', async ({ db }) => {
  const { answers } = await anEvening(db, true)
  expect((await answers(kim, 'ACCEPTED')).verdict).toMatchObject({ decision: 'apply' })
  expect(await answerOf(db, kim)).toMatchObject({ answer: 'yes' })
  const tooLate = instant('2026-12-15T16:01:00Z')
  expect((await answers(kim, 'DECLINED', {}, tooLate)).verdict).toMatchObject({
    decision: 'ignore',
    reason: 'closedSession',
  })
  expect(await answerOf(db, kim)).toMatchObject({ answer: 'yes' })
})

test('an answer to the old time is kept and changes nothing; a later click wins from an earlier mail', async ({
  db,
}) => {
  const { answers, id } = await anEvening(db)
  const { id: engagementId } = await answerOf(db, noor)
  const click = { engagementId, answer: 'yes', door: 'link', answeredSequence: 0, answeredAt: later } as const
  await recordEngagedAnswer(db, click, later)
  const early = { calendar: { stamp: stamp(now) } }
  expect((await answers(noor, 'DECLINED', early)).verdict).toMatchObject({
    decision: 'record',
    reason: 'olderThanLast',
  })
  await db.updateTable('briefing_session').set({ sequence: 1, rsvp_epoch: 1 }).where('id', '=', id).execute()
  const old = { calendar: { sequence: 0 } }
  const muchLater = later.add({ hours: 1 })
  expect((await answers(noor, 'DECLINED', old, muchLater)).verdict).toMatchObject({
    decision: 'record',
    reason: 'earlierVersion',
  })
  expect(await answerOf(db, noor)).toMatchObject({ answer: 'yes', answer_door: 'link' })
})

test('the sender table holds: another attendee and a stranger go to a person, an assistant may answer', async ({
  db,
}) => {
  const { answers, id } = await anEvening(db)
  const crasher = { calendar: { attendees: [answering('ACCEPTED', 'cor@voorbeeld.example')] } }
  expect((await answers(noor, 'ACCEPTED', crasher)).verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
  const bare = { mail: { to: 'rsvp@briefings.example' } }
  expect((await answers(noor, 'ACCEPTED', bare)).verdict).toMatchObject({ state: 'review', reason: 'senderUnproven' })
  expect(await answerOf(db, noor)).toMatchObject({ answer: 'none' })
  const assistant = { mail: { from: 'secretariaat@spreker.example' } }
  expect((await answers(noor, 'TENTATIVE', assistant)).verdict).toMatchObject({ reason: 'otherAddress' })
  expect(await answerOf(db, noor)).toMatchObject({ answer: 'maybe' })
  expect(await db.selectFrom('engagement').selectAll().where('briefing_session_id', '=', id).execute()).toHaveLength(2)
})

test('a speaker who left is only logged, and one who asks gets the entry again', async ({ db }) => {
  const { answers, id } = await anEvening(db)
  const refresh = { mail: { method: 'REFRESH' } }
  expect((await answers(noor, 'NEEDS-ACTION', refresh)).verdict).toMatchObject({ decision: 'sendAgain' })
  const sent = (await mailsOf(db, id)).filter(({ recipient }) => recipient === noor)
  expect(sent.map(({ kind, calendar }) => [kind, calendar?.sequence])).toEqual([
    ['speaker-invited', 0],
    ['speaker-invited', 0],
  ])
  expect(sent[1]?.calendar?.stampedAt).not.toBe(sent[0]?.calendar?.stampedAt)
  await db.updateTable('engagement').set({ ended_at: later.toString() }).execute()
  const gone = await answers(noor, 'ACCEPTED', {}, later.add({ minutes: 5 }))
  expect(gone.verdict).toMatchObject({ decision: 'ignore', reason: 'noLongerTakesPart' })
})
