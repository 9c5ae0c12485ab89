import { randomUUID } from 'node:crypto'
import { recordAnswerByPhone } from '#app/use-cases/inviting/record-answer-by-phone.ts'
import { recordEngagedAnswer } from '#app/use-cases/inviting/record-engaged-answer.ts'
import { withdrawEngagedAnswer } from '#app/use-cases/inviting/withdraw-engaged-answer.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { listEngagementOverview } from '#db/inviting/engagement-overview.ts'
import { expect, test } from '#tests/support/database.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker, aVenue } from '#tests/support/sessions.ts'

const at = (minutes: number) => now.add({ minutes })

/** A published evening: Noor and the room have an address, Bo can only be called. Without a mailbox the room can only be called too. */
async function anEvening(db: Db, room: { mailbox?: string } = { mailbox: 'raadzaal@zalen.example' }) {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const noor = await aSpeaker(db, 'Noor Voorbeeld', 'noor@spreker.example')
  const bo = await aSpeaker(db, 'Bo Denkbeeld')
  const venueId = await aVenue(db, 'Raadzaal', 60, room.mailbox)
  const id = randomUUID()
  const plan = aPlan({ speakerIds: [noor, bo], venueId })
  await planSession(db, aSite, { ...(await aBareRequest(db)), id, plan, staffId }, now)
  await publishSession(db, aSite, { id, version: 1, staffId }, now)
  const lineOf = async (name: string) => {
    const line = (await listEngagementOverview(db, id)).find((each) => each.name === name)
    if (!line) throw new Error(`${name} is not there`)
    return line
  }
  const phone = async (name: string, answer: 'yes' | 'maybe' | 'no', minutes: number, over: object = {}) =>
    recordAnswerByPhone(
      db,
      {
        briefingSessionId: id,
        key: (await lineOf(name)).key,
        answer,
        remark: '',
        answeredSequence: 0,
        staffId,
        ...over,
      },
      at(minutes),
    )
  const move = () =>
    changeSession(
      db,
      aSite,
      {
        id,
        version: 2,
        plan: { ...plan, start: plan.start.add({ hours: 24 }), end: plan.end.add({ hours: 24 }) },
        tellAboutText: false,
        staffId,
      },
      at(30),
    )
  return { id, staffId, lineOf, phone, move, plan }
}

const auditOf = (db: Db, action = 'engagement.answered') =>
  db
    .selectFrom('audit_event')
    .select(['actor_kind', 'actor_id', 'after'])
    .where('action', '=', action)
    .orderBy('id')
    .execute()

test('a made-up version is the one of now, and does not outlive the next change of time', async ({ db }) => {
  const { phone, lineOf, move } = await anEvening(db)
  await phone('Noor Voorbeeld', 'yes', 5, { answeredSequence: 99 })
  const { key } = await lineOf('Noor Voorbeeld')
  const stored = db.selectFrom('engagement').select('answer_sequence').where('id', '=', key)
  expect(await stored.executeTakeFirst()).toEqual({ answer_sequence: 0 })
  await move()
  expect(await phone('Noor Voorbeeld', 'no', 40, { answeredSequence: 0 })).toEqual({ notApplied: 'earlierVersion' })
})

test('what staff heard counts, with their name; the latest answer wins whichever door it came through', async ({
  db,
}) => {
  const { lineOf, phone, staffId } = await anEvening(db)
  const { key: engagementId } = await lineOf('Noor Voorbeeld')
  await phone('Noor Voorbeeld', 'no', 5, { remark: 'Zij is ziek.' })
  expect(await lineOf('Noor Voorbeeld')).toMatchObject({
    answer: 'no',
    replies: [{ answer: 'no', door: 'staff', recordedBy: 'Robin Gefingeerd', remark: 'Zij is ziek.', applied: true }],
  })
  const byLink = { engagementId, answer: 'yes', door: 'link', answeredSequence: 0 } as const
  await recordEngagedAnswer(db, { ...byLink, answeredAt: at(6) }, at(6))
  expect((await lineOf('Noor Voorbeeld')).answer).toBe('yes')
  await recordEngagedAnswer(db, { ...byLink, answer: 'no', answeredAt: at(4) }, at(7))
  expect(await lineOf('Noor Voorbeeld'), 'an older one that arrives later').toMatchObject({
    answer: 'yes',
    replies: [{ applied: false, notApplied: 'olderThanLast' }, { applied: true }, { applied: true }],
  })
  const audit = await auditOf(db)
  expect(audit.map(({ actor_kind }) => actor_kind)).toEqual(['staff', 'speaker', 'speaker'])
  expect(audit[0]?.actor_id).toBe(staffId)
})

test('the audit names a speaker and a room as what they are', async ({ db }) => {
  // Seen to fail while both were called anonymous.
  const { lineOf } = await anEvening(db)
  for (const name of ['Noor Voorbeeld', 'Raadzaal']) {
    const { key: engagementId } = await lineOf(name)
    for (const door of ['link', 'calendar'] as const)
      await recordEngagedAnswer(
        db,
        { engagementId, answer: 'yes', door, answeredSequence: 0, answeredAt: at(1) },
        at(1),
      )
  }
  const people = await db.selectFrom('engagement').select(['person_id', 'capacity']).execute()
  const idOf = (capacity: string) => people.find((each) => each.capacity === capacity)?.person_id
  expect((await auditOf(db)).map(({ actor_kind, actor_id }) => [actor_kind, actor_id])).toEqual([
    ['speaker', idOf('speaker')],
    ['speaker', idOf('speaker')],
    ['venue', idOf('venue')],
    ['venue', idOf('venue')],
  ])
})

test('a mistake is taken back: it stays in the history, and the answer before it counts again', async ({ db }) => {
  const { id, lineOf, phone, staffId } = await anEvening(db)
  await phone('Noor Voorbeeld', 'yes', 5)
  await phone('Noor Voorbeeld', 'no', 6)
  const [mistake, earlier] = (await lineOf('Noor Voorbeeld')).replies
  const takeBack = (replyId = 0) => withdrawEngagedAnswer(db, { briefingSessionId: id, replyId, staffId }, at(8))
  await takeBack(mistake?.id)
  await takeBack(mistake?.id)
  expect(await lineOf('Noor Voorbeeld')).toMatchObject({
    answer: 'yes',
    replies: [{ answer: 'no', withdrawn: { by: 'Robin Gefingeerd' } }, { answer: 'yes' }],
  })
  await takeBack(earlier?.id)
  expect((await lineOf('Noor Voorbeeld')).answer).toBe('none')
  const audit = await auditOf(db, 'engagement.answerWithdrawn')
  expect(audit).toMatchObject([{ actor_kind: 'staff', after: { answer: 'yes' } }, { after: { answer: 'none' } }])
})

test('what somebody said herself is not for staff to take back', async ({ db }) => {
  const { id, lineOf, staffId } = await anEvening(db)
  const { key: engagementId } = await lineOf('Noor Voorbeeld')
  const own = { engagementId, answer: 'yes', door: 'link', answeredSequence: 0, answeredAt: at(1) } as const
  await recordEngagedAnswer(db, own, at(1))
  const replyId = (await lineOf('Noor Voorbeeld')).replies[0]?.id ?? 0
  await expect(withdrawEngagedAnswer(db, { briefingSessionId: id, replyId, staffId }, at(2))).rejects.toThrow()
  expect((await lineOf('Noor Voorbeeld')).answer).toBe('yes')
})

test('a speaker without an address is called, and what she said stays with the evening', async ({ db }) => {
  // Seen to fail while only booked people with an address were kept: the next change of room lost her answer.
  const { id, lineOf, phone, plan, staffId } = await anEvening(db)
  expect(await lineOf('Bo Denkbeeld')).toMatchObject({ reach: 'toCall', answer: 'none' })
  await phone('Bo Denkbeeld', 'yes', 5)
  expect(await lineOf('Bo Denkbeeld')).toMatchObject({ reach: 'toCall', answer: 'yes', replies: [{ door: 'staff' }] })
  await phone('Bo Denkbeeld', 'maybe', 6)
  expect((await lineOf('Bo Denkbeeld')).replies).toHaveLength(2)
  const elsewhere = { ...plan, onlineUrl: 'https://uitzending.example/anders' }
  await changeSession(db, aSite, { id, version: 2, plan: elsewhere, tellAboutText: false, staffId }, at(9))
  expect((await lineOf('Bo Denkbeeld')).answer).toBe('maybe')
  expect((await mailsOf(db, id)).filter(({ recipient }) => recipient === '')).toEqual([])
  const without = { ...elsewhere, speakerIds: plan.speakerIds.slice(0, 1) }
  await changeSession(db, aSite, { id, version: 3, plan: without, tellAboutText: false, staffId }, at(10))
  expect((await listEngagementOverview(db, id)).map(({ name }) => name)).toEqual(['Noor Voorbeeld', 'Raadzaal'])
})

test('a room without an address is called too, and what was said of it stays with the evening', async ({ db }) => {
  // Seen to fail while only speakers without an address were kept.
  const { id, lineOf, phone, plan, staffId } = await anEvening(db, {})
  await phone('Raadzaal', 'yes', 5)
  const elsewhere = { ...plan, onlineUrl: 'https://uitzending.example/anders' }
  await changeSession(db, aSite, { id, version: 2, plan: elsewhere, tellAboutText: false, staffId }, at(9))
  expect(await lineOf('Raadzaal')).toMatchObject({ reach: 'toCall', answer: 'yes' })
})

test('an answer about the old time is kept and does not count; somebody of another evening is not there', async ({
  db,
}) => {
  const { lineOf, phone, move } = await anEvening(db)
  await move()
  expect(await phone('Raadzaal', 'yes', 40)).toEqual({ notApplied: 'earlierVersion' })
  expect(await phone('Raadzaal', 'yes', 41, { answeredSequence: 1 })).toEqual({ notApplied: undefined })
  await expect(phone('Raadzaal', 'yes', 42, { key: randomUUID() })).rejects.toThrow()
  await expect(phone('Raadzaal', 'yes', 42, { key: 'geen-id' })).rejects.toThrow()
  await expect(
    phone('Raadzaal', 'yes', 42, { key: (await lineOf('Noor Voorbeeld')).key, briefingSessionId: randomUUID() }),
  ).rejects.toThrow()
})
