import { randomUUID } from 'node:crypto'
import { hasRoom } from '#app/domain/attending/seats.ts'
import { unregister } from '#app/use-cases/attending/unregister.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { countSeatsTaken } from '#db/attending/seats.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test, warmUp } from '#tests/support/database.ts'
import { aPublishedEvening, deliverAll, mailsOf, registers } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { councilOf } from '#tests/support/people.ts'

const callers = 12
const placesOf = async (db: Db, id: string) =>
  (await db.selectFrom('registration').select('place').where('briefing_session_id', '=', id).execute()).map(
    ({ place }) => place,
  )
const inviteesMail = async (db: Db, id: string, address: string) =>
  (await mailsOf(db, id)).filter(({ recipient }) => recipient === address)

test('twelve want the last seat: one gets it, eleven wait in order', async ({ db }) => {
  const { id, linkToken } = await aPublishedEvening(db, { capacity: 1 })
  await warmUp(db, callers)
  await Promise.all(
    Array.from({ length: callers }, (_, at) => registers(db, linkToken, `raadslid-${at}@proef.example`)),
  )
  const places = await placesOf(db, id)
  expect(places.filter((place) => place === 'seat')).toHaveLength(1)
  expect(places.filter((place) => place === 'waiting')).toHaveLength(callers - 1)
  const kinds = (await mailsOf(db, id)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'invitation')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'waiting-list')).toHaveLength(callers - 1)
})

// The planted violation: the same counting and writing without the lock on the evening gives the last seat away more than once. The lock is what keeps
// others from counting between; without it all can, so here all do.
test('without the lock the same race gives the last seat to several', async ({ db }) => {
  const { id } = await aPublishedEvening(db, { capacity: 1 })
  const councilId = await councilOf(db, 'leiderdorp')
  const { promise: allCounted, resolve } = Promise.withResolvers<void>()
  let counting = callers
  await Promise.all(
    Array.from({ length: callers }, (_, at) =>
      db.transaction().execute(async (trx) => {
        const personId = await personIn(trx, `zonder-slot-${at}@proef.example`)
        const free = hasRoom({ capacity: 1, quota: undefined }, await countSeatsTaken(trx, id, councilId))
        counting -= 1
        if (counting === 0) resolve()
        await allCounted
        await trx
          .insertInto('registration')
          .values({
            briefing_session_id: id,
            person_id: personId,
            council_id: councilId,
            role: 'councillor',
            place: free ? 'seat' : 'waiting',
            registered_at: now.toString(),
          })
          .execute()
      }),
    ),
  )
  expect((await placesOf(db, id)).filter((place) => place === 'seat')).toHaveLength(callers)
})

async function personIn(db: Db, name: string): Promise<string> {
  const row = { name, calendar_token: tokenOf(randomUUID()), created_at: now.toString() }
  return (await db.insertInto('person').values(row).returning('id').executeTakeFirstOrThrow()).id
}
const tokenOf = (id: string) =>
  [...id.replaceAll('-', '')]
    .map((hex) => 'abcdefghijklmnop'[Number.parseInt(hex, 16)])
    .join('')
    .slice(0, 16)

test('a form sent twelve times registers once and sends the same invitation again', async ({ db }) => {
  const { id, linkToken } = await aPublishedEvening(db)
  await warmUp(db, callers)
  const address = 'dubbel@proef.example'
  await Promise.all(Array.from({ length: callers }, () => registers(db, linkToken, address)))
  expect(await placesOf(db, id)).toEqual(['seat'])
  const mails = await inviteesMail(db, id, address)
  expect(mails[0]?.kind).toBe('invitation')
  expect(new Set(mails.slice(1).map(({ kind }) => kind))).toEqual(new Set(['already-registered']))
  // The newest replaces the others that had not left: one mail arrives.
  expect(mails.filter(({ state }) => state === 'pending')).toHaveLength(1)
  expect(new Set(mails.map(({ calendar }) => calendar?.uid)).size).toBe(1)
  expect(new Set(mails.map(({ calendar }) => calendar?.sequence))).toEqual(new Set([0]))
  const stamps = mails.map(({ calendar }) => calendar?.stampedAt ?? '')
  expect(new Set(stamps).size).toBe(callers)
  expect([...stamps].sort()).toEqual(stamps)
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(callers)
})

test('an address is one person, in upper and lower case, who keeps her first name', async ({ db }) => {
  const { id, linkToken } = await aPublishedEvening(db)
  await registers(db, linkToken, 'Ans@Proef.example', now, 'Ans')
  await registers(db, linkToken, 'ans@proef.example', now, 'Anna')
  const people = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .select('person.name')
    .where('briefing_session_id', '=', id)
    .execute()
  expect(people).toEqual([{ name: 'Ans' }])
})

test('one council cannot take more of a regional evening than its share', async ({ db }) => {
  const { id, linkTokens } = await aPublishedEvening(db, { capacity: 10 }, ['leiderdorp', 'oegstgeest'])
  await db.updateTable('briefing_session_council').set({ quota: 2 }).where('briefing_session_id', '=', id).execute()
  const [first = '', second = ''] = linkTokens
  for (const at of [1, 2, 3]) await registers(db, first, `eerste-${at}@proef.example`)
  await registers(db, second, 'tweede-1@proef.example')
  expect((await placesOf(db, id)).sort()).toEqual(['seat', 'seat', 'seat', 'waiting'])
})

test('who leaves gets a CANCEL above every earlier SEQUENCE, and whoever waits longest gets the seat', async ({
  db,
}) => {
  const { id, linkToken } = await aPublishedEvening(db, { capacity: 1 })
  const [first, second, third] = ['een@proef.example', 'twee@proef.example', 'drie@proef.example']
  for (const [at, address] of [first, second, third].entries())
    await registers(db, linkToken, address, now.add({ minutes: at }))
  await deliverAll(db, id)
  const personId = (await inviteesMail(db, id, first))[0]?.personId ?? ''
  await unregister(db, aSite, { briefingSessionId: id, personId }, now.add({ hours: 1 }))
  await unregister(db, aSite, { briefingSessionId: id, personId }, now.add({ hours: 2 }))

  const toFirst = await inviteesMail(db, id, first)
  expect(toFirst.map(({ kind }) => kind)).toEqual(['invitation', 'registration-cancelled'])
  expect(toFirst.map(({ calendar }) => [calendar?.method, calendar?.sequence])).toEqual([
    ['REQUEST', 0],
    ['CANCEL', 1],
  ])
  expect(toFirst[1]?.raw.replace(/\r\n[ \t]/g, ' ')).toContain(`In-Reply-To: ${toFirst[0]?.messageId}`)
  const toSecond = await inviteesMail(db, id, second)
  expect(toSecond.map(({ kind }) => kind)).toEqual(['waiting-list', 'invitation'])
  expect(toSecond[1]?.subject).toMatch(/^U hebt nu een plaats: /)
  expect((await inviteesMail(db, id, third)).map(({ kind }) => kind)).toEqual(['waiting-list'])

  // Back again: above the CANCEL, or a calendar would keep it deleted. The seat is gone by now.
  await registers(db, linkToken, first, now.add({ hours: 3 }))
  expect((await inviteesMail(db, id, first)).at(-1)?.kind).toBe('waiting-list')
  const heir = (await inviteesMail(db, id, second))[0]?.personId ?? ''
  await unregister(db, aSite, { briefingSessionId: id, personId: heir }, now.add({ hours: 4 }))
  const third3 = (await inviteesMail(db, id, third))[0]?.personId ?? ''
  await unregister(db, aSite, { briefingSessionId: id, personId: third3 }, now.add({ hours: 5 }))
  const again = (await inviteesMail(db, id, first)).at(-1)
  expect(again?.kind).toBe('invitation')
  expect(again?.calendar?.sequence).toBeGreaterThan(1)
})

test('who leaves before the invitation left gets neither of the two', async ({ db }) => {
  const { id, linkToken } = await aPublishedEvening(db)
  const address = 'snel@proef.example'
  await registers(db, linkToken, address)
  const personId = (await inviteesMail(db, id, address))[0]?.personId ?? ''
  await unregister(db, aSite, { briefingSessionId: id, personId }, now.add({ minutes: 1 }))
  expect((await inviteesMail(db, id, address)).map(({ kind, state }) => [kind, state])).toEqual([
    ['invitation', 'superseded'],
  ])
})

test('a no gives the seat away, and a yes afterwards waits', async ({ db }) => {
  const { id, linkToken } = await aPublishedEvening(db, { capacity: 1 })
  await registers(db, linkToken, 'een@proef.example')
  await registers(db, linkToken, 'twee@proef.example', now.add({ minutes: 1 }))
  const [one, two] = await db
    .selectFrom('registration')
    .select('id')
    .where('briefing_session_id', '=', id)
    .orderBy('registered_at')
    .execute()
  const says = (registrationId: string | undefined, answer: 'yes' | 'no', minutes: number) => {
    const at = now.add({ minutes })
    const reply = {
      registrationId: registrationId ?? '',
      answer,
      door: 'link',
      answeredSequence: 0,
      answeredAt: at,
    } as const
    return recordAnswer(db, aSite, reply, at)
  }
  await says(one?.id, 'no', 2)
  expect(await placesOf(db, id)).toEqual(['seat', 'seat'])
  await says(one?.id, 'yes', 3)
  expect((await placesOf(db, id)).sort()).toEqual(['seat', 'waiting'])
  await says(two?.id, 'no', 4)
  expect((await placesOf(db, id)).sort()).toEqual(['seat', 'seat'])
})

test('a cancelled evening takes nobody, and an unknown link is not there', async ({ db }) => {
  const { id, linkToken, staffId } = await aPublishedEvening(db)
  await cancelSession(db, aSite, { id, version: 2, reason: 'De spreker is ziek.', staffId }, now)
  await expect(registers(db, linkToken, 'te-laat@proef.example')).rejects.toMatchObject({ code: 'session-closed' })
  await expect(registers(db, 'bestaat-niet', 'x@proef.example')).rejects.toThrow('not found')
})
