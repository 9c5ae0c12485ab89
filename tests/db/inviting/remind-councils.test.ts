import { randomUUID } from 'node:crypto'
import type { Refusal } from '#app/domain/refusal.ts'
import { sentenceFor } from '#app/messages.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { foreseeReminding, remindCouncils } from '#app/use-cases/inviting/remind-councils.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { expect, test, warmUp } from '#tests/support/database.ts'
import { aPublishedEvening, registers } from '#tests/support/evenings.ts'
import { amsterdam, aSite } from '#tests/support/here-and-now.ts'
import { aClerk, councilOf } from '#tests/support/people.ts'
import { registrationIdOf, remindAt, remindedOf, remindersOf } from '#tests/support/reminders.ts'

const callers = 12
const evening = { start: amsterdam('2027-03-09T19:30'), end: amsterdam('2027-03-09T21:00') }
const planned = amsterdam('2027-01-05T10:00')
const monday = amsterdam('2027-01-11T09:00')
const [ans, bo, cas, dea, ester] = ['ans', 'bo', 'cas', 'dea', 'ester'].map((name) => `${name}@proef.example`) as [
  string,
  string,
  string,
  string,
  string,
]

async function anEvening(db: Db) {
  const slugs = ['leiderdorp', 'oegstgeest']
  const { id, linkTokens } = await aPublishedEvening(db, evening, slugs, { site: aSite, at: planned })
  const session = await findBriefingSession(db, id)
  if (!session) throw new Error('no evening')
  const linkOf = (slug: string) =>
    session.councils.find(({ municipalitySlug }) => municipalitySlug === slug)?.linkToken ?? ''
  expect(linkTokens).toHaveLength(2)
  const [councilId, otherId] = [await councilOf(db, 'leiderdorp'), await councilOf(db, 'oegstgeest')]
  const { personId: clerkId } = await aClerk(db, 'leiderdorp', 'Kim Bedacht', `kim-${id}@griffie.example`)
  for (const address of [ans, bo, cas, dea]) await registers(db, linkOf('leiderdorp'), address, planned)
  await registers(db, linkOf('oegstgeest'), ester, planned)
  const order = (orderId = randomUUID()) => ({
    briefingSessionId: id,
    withinCouncils: [councilId],
    orderId,
    actor: { kind: 'clerk', personId: clerkId } as const,
  })
  return { id, session, councilId, otherId, clerkId, order, linkOf }
}

const answers = async (db: Db, id: string, address: string) =>
  recordAnswer(
    db,
    aSite,
    {
      registrationId: await registrationIdOf(db, id, address),
      answer: 'yes',
      door: 'link',
      answeredSequence: 0,
      answeredAt: planned,
    },
    planned,
  )

const set = (db: Db, address: string, column: 'reminders_stopped_at' | 'suspended_at') =>
  db
    .updateTable('email_address')
    .set({ [column]: planned.toString() })
    .where('address', '=', address)
    .execute()

const refusalOf = (work: Promise<void>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('it was not refused')
    },
    (refusal: Refusal) => refusal,
  )

test('what the griffier sees before is what happens: her own silent members, and why some get nothing', async ({
  db,
}) => {
  const { id, session, councilId, clerkId, order, linkOf } = await anEvening(db)
  await answers(db, id, bo)
  await set(db, cas, 'reminders_stopped_at')
  await set(db, dea, 'suspended_at')
  await registers(db, linkOf('leiderdorp'), 'nieuw@proef.example', monday.subtract({ hours: 2 }))
  // Who waits for a seat, and who left, is asked for no answer.
  for (const place of ['waiting', 'unregistered'] as const) {
    const address = `${place}@proef.example`
    await registers(db, linkOf('leiderdorp'), address, planned)
    const registrationId = await registrationIdOf(db, id, address)
    await db.updateTable('registration').set({ place }).where('id', '=', registrationId).execute()
  }
  const foreseen = await foreseeReminding(db, session, [councilId], monday)
  expect(foreseen).toEqual([
    {
      councilId,
      municipalityName: 'Leiderdorp',
      done: [],
      refused: undefined,
      silent: { mailed: 1, stopped: 1, unreachable: 1, recentlyMailed: 1 },
    },
  ])
  expect(await remindedOf(db, id)).toEqual([])
  await remindCouncils(db, aSite, order(), monday)
  expect(await remindedOf(db, id)).toEqual([ans])
  const events = await db
    .selectFrom('audit_event')
    .select(['actor_kind', 'actor_id', 'council_id', 'after'])
    .where('action', '=', 'briefingSession.reminded')
    .execute()
  expect(events).toEqual([
    { actor_kind: 'clerk', actor_id: clerkId, council_id: councilId, after: { turn: 1, mails: 1 } },
  ])
})

test('at most twice, a day apart, and the sentences say when', async ({ db }) => {
  const { id, session, councilId, order } = await anEvening(db)
  await remindCouncils(db, aSite, order(), monday)
  const soon = await refusalOf(remindCouncils(db, aSite, order(), monday.add({ hours: 23, minutes: 59 })))
  expect(sentenceFor(soon)).toBe(
    'Dit is gedaan op maandag 11 januari 2027, 09.00 uur. Geef de deelnemers even de tijd: het kan opnieuw vanaf dinsdag 12 januari 2027, 09.00 uur.',
  )
  await remindCouncils(db, aSite, order(), monday.add({ hours: 24 }))
  const third = await refusalOf(remindCouncils(db, aSite, order(), monday.add({ hours: 24 * 20 })))
  expect(third.code).toBe('reminded-twice')
  const [foreseen] = await foreseeReminding(db, session, [councilId], monday.add({ hours: 24 * 20 }))
  expect(foreseen).toMatchObject({ refused: 'twice', done: [monday, monday.add({ hours: 24 })] })
  const perPerson = await remindersOf(db, id)
  expect(perPerson).toHaveLength(8)
  expect(new Set(perPerson.map(({ messageId }) => messageId)).size).toBe(8)
})

test('the same form twelve times reminds once; twelve different ones at once: one is carried out', async ({ db }) => {
  const { id, order } = await anEvening(db)
  await warmUp(db, callers)
  const orderId = randomUUID()
  await Promise.all(Array.from({ length: callers }, () => remindCouncils(db, aSite, order(orderId), monday)))
  expect(await remindedOf(db, id)).toEqual([ans, bo, cas, dea])
  const nextDay = monday.add({ hours: 25 })
  const results = await Promise.allSettled(
    Array.from({ length: callers }, () => remindCouncils(db, aSite, order(), nextDay)),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results) if (result.status === 'rejected') expect(result.reason.code).toBe('reminded-twice')
  expect(await remindedOf(db, id)).toHaveLength(8)
})

// The second guard, behind the lock on the evening: callers that all counted before anybody wrote.
test('without the lock the database still keeps it at one', async ({ db }) => {
  const { id, councilId, clerkId } = await anEvening(db)
  const results = await Promise.allSettled(
    Array.from({ length: callers }, () =>
      db
        .insertInto('council_reminder')
        .values({
          briefing_session_id: id,
          council_id: councilId,
          turn: 1,
          order_id: randomUUID(),
          reminded_by: clerkId,
          reminded_at: monday.toString(),
          mails: 1,
        })
        .execute(),
    ),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('staff ask every council; one that had its turns or has nobody silent is passed over', async ({ db }) => {
  const { id, session, order, otherId } = await anEvening(db)
  const staff = () => ({ ...order(), withinCouncils: undefined })
  await remindCouncils(db, aSite, order(), monday)
  await remindCouncils(db, aSite, staff(), monday.add({ hours: 1 }))
  expect(await remindedOf(db, id)).toEqual([ans, bo, cas, dea, ester])
  const foreseen = await foreseeReminding(db, session, undefined, monday.add({ hours: 2 }))
  expect(foreseen.map(({ refused }) => refused)).toEqual(['tooSoon', 'tooSoon'])
  expect((await refusalOf(remindCouncils(db, aSite, staff(), monday.add({ hours: 2 })))).code).toBe('reminded-recently')
  await expect(
    remindCouncils(db, aSite, { ...order(), withinCouncils: [await councilOf(db, 'gorinchem')] }, monday),
  ).rejects.toThrow('not found')
  await answers(db, id, ester)
  const own = { ...order(), withinCouncils: [otherId] }
  expect((await refusalOf(remindCouncils(db, aSite, own, monday.add({ hours: 30 })))).code).toBe('nobody-to-remind')
})

test('an evening that began or was called off is not reminded of, and a calendar reminder keeps its distance', async ({
  db,
}) => {
  const { id, order } = await anEvening(db)
  const late = await refusalOf(remindCouncils(db, aSite, order(), evening.start))
  expect(late.code).toBe('too-late-to-remind')
  await remindCouncils(db, aSite, order(), amsterdam('2027-03-01T09:00'))
  await remindAt(db, '2027-03-01T10:05')
  await remindAt(db, '2027-03-03T10:05')
  expect(await remindedOf(db, id)).toEqual([ans, bo, cas, dea, ester])
  await remindAt(db, '2027-03-04T10:05')
  expect(await remindedOf(db, id)).toHaveLength(9)
  await db
    .updateTable('briefing_session')
    .set({ status: 'cancelled', cancel_reason: 'Ziek.' })
    .where('id', '=', id)
    .execute()
  const off = await refusalOf(remindCouncils(db, aSite, order(), amsterdam('2027-03-05T10:00')))
  expect(off.code).toBe('too-late-to-remind')
})
