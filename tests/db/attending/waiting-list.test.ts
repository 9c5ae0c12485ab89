import { changeFacility } from '#app/use-cases/attending/change-facility.ts'
import { eraseParticipant } from '#app/use-cases/attending/erase-participant.ts'
import { unregister } from '#app/use-cases/attending/unregister.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { findWaitingPosition } from '#db/attending/seats.ts'
import type { Db } from '#db/connection.server.ts'
import { listCouncilEvenings } from '#db/requesting/request-sessions.ts'
import { countAnswers } from '#db/scheduling/session-answers.ts'
import { listSessions } from '#db/scheduling/session-list.ts'
import { expect, test } from '#tests/support/database.ts'
import { aPublishedEvening, deliverAll, mailsOf, registers } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { personIdOf, registrationIdOf } from '#tests/support/reminders.ts'
import { aPlan } from '#tests/support/sessions.ts'

const [ans, bo, cas, dea] = ['ans@proef.example', 'bo@proef.example', 'cas@proef.example', 'dea@proef.example']
const { start, end } = aPlan()

/** Everybody registers, in this order, a minute apart. */
async function anEvening(db: Db, capacity: number, addresses: readonly string[]) {
  const evening = await aPublishedEvening(db, { capacity })
  for (const [minutes, address] of addresses.entries())
    await registers(db, evening.linkToken, address, now.add({ minutes }))
  return evening
}

async function placesOf(db: Db, id: string) {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['email_address.address', 'place'])
    .where('briefing_session_id', '=', id)
    .execute()
  return Object.fromEntries(rows.map(({ address, place }) => [address, place]))
}

const leaves = async (db: Db, briefingSessionId: string, address: string, at = now.add({ hours: 1 })) =>
  unregister(db, aSite, { briefingSessionId, personId: await personIdOf(db, address) }, at)

async function says(db: Db, id: string, address: string, answer: 'yes' | 'no', hours: number) {
  const registrationId = await registrationIdOf(db, id, address)
  const answeredAt = now.add({ hours })
  await recordAnswer(db, aSite, { registrationId, answer, door: 'link', answeredSequence: 0, answeredAt }, answeredAt)
}

const kindsTo = async (db: Db, id: string, address: string) =>
  (await mailsOf(db, id)).filter(({ recipient }) => recipient === address).map(({ kind }) => kind)

test('a free seat goes to who waits longest; whose council has its share is passed over, and waits on in front', async ({
  db,
}) => {
  const { id, linkTokens } = await aPublishedEvening(db, { capacity: 2 }, ['leiderdorp', 'oegstgeest'])
  const [leiderdorp = '', oegstgeest = ''] = linkTokens
  await db
    .updateTable('briefing_session_council')
    .set({ quota: 1 })
    .where('briefing_session_id', '=', id)
    .where('link_token', '=', leiderdorp)
    .execute()
  const inOrder = [
    [leiderdorp, ans],
    [leiderdorp, bo],
    [oegstgeest, cas],
    [oegstgeest, dea],
  ] as const
  for (const [minutes, [link, address]] of inOrder.entries()) await registers(db, link, address, now.add({ minutes }))
  const position = async (address: string) => findWaitingPosition(db, id, await personIdOf(db, address))
  expect([await position(ans), await position(bo), await position(dea)]).toEqual([undefined, 1, 2])
  await leaves(db, id, cas)
  expect(await placesOf(db, id)).toEqual({ [ans]: 'seat', [bo]: 'waiting', [cas]: 'unregistered', [dea]: 'seat' })
  expect([await position(bo), await position(dea)]).toEqual([1, undefined])
  await leaves(db, id, ans)
  expect(await placesOf(db, id)).toMatchObject({ [bo]: 'seat', [dea]: 'seat' })
})

test('who waits and said no meanwhile gets no seat; who was sent to the end of the list is last, whoever came first', async ({
  db,
}) => {
  const { id } = await anEvening(db, 1, [ans, bo, cas, dea])
  const change = async (address: string, over: object) =>
    db
      .updateTable('registration')
      .set(over)
      .where('id', '=', await registrationIdOf(db, id, address))
      .execute()
  await change(bo, { answer: 'no', answered_at: now.toString(), answer_sequence: 0, answer_door: 'link' })
  await change(cas, { queued_at: now.add({ minutes: 30 }).toString() })
  await leaves(db, id, ans)
  expect(await placesOf(db, id)).toMatchObject({ [bo]: 'waiting', [cas]: 'waiting', [dea]: 'seat' })
  await leaves(db, id, dea)
  expect(await placesOf(db, id)).toMatchObject({ [bo]: 'waiting', [cas]: 'seat' })
})

test('who registers again while she waits, or comes back to the list, is told her place each time', async ({ db }) => {
  const { id, linkToken } = await anEvening(db, 1, [ans, bo])
  await registers(db, linkToken, bo, now.add({ minutes: 5 }))
  expect(await kindsTo(db, id, bo)).toEqual(['waiting-list', 'waiting-list'])
  await leaves(db, id, bo)
  await registers(db, linkToken, bo, now.add({ hours: 2 }))
  expect(await kindsTo(db, id, bo)).toEqual(['waiting-list', 'waiting-list', 'waiting-list'])
})

test('who said no and changes her mind too late hears that her seat went: her calendar lets the entry go until she has one again', async ({
  db,
}) => {
  const { id } = await anEvening(db, 1, [ans, bo])
  await deliverAll(db, id)
  await says(db, id, ans, 'no', 1)
  await says(db, id, ans, 'yes', 2)
  expect(await placesOf(db, id)).toEqual({ [ans]: 'waiting', [bo]: 'seat' })
  const toAns = async () => (await mailsOf(db, id)).filter(({ recipient }) => recipient === ans)
  const told = (await toAns()).at(-1)
  expect(told).toMatchObject({ kind: 'seat-passed-on', calendar: { method: 'CANCEL', sequence: 1 } })
  expect(told?.subject).toMatch(/^Er is nu geen plaats voor u: /)
  await deliverAll(db, id)
  await leaves(db, id, bo, now.add({ hours: 3 }))
  const back = (await toAns()).at(-1)
  expect(back).toMatchObject({ kind: 'invitation', calendar: { method: 'REQUEST', partstat: 'ACCEPTED' } })
  expect(back?.calendar?.sequence).toBeGreaterThan(1)
  // She is not asked as if she had never answered.
  expect(back?.raw.replaceAll('=\r\n', '')).toContain('U hebt geantwoord dat u komt. Klopt dat nog?')
})

test('a full evening shows staff and griffie who comes, and who waits apart from that', async ({ db }) => {
  const { id } = await anEvening(db, 1, [ans, bo, cas])
  for (const address of [ans, bo]) await says(db, id, address, 'yes', 1)
  expect(await countAnswers(db, id)).toMatchObject({ yes: 1, maybe: 0, no: 0, silent: 0, waiting: 2, registered: 3 })
  const { sessions } = await listSessions(db, { period: 'upcoming', status: undefined, text: '' }, 1, now)
  expect(sessions.find((each) => each.id === id)).toMatchObject({ yes: 1, registered: 3 })
  const { councilId } = await db
    .selectFrom('registration')
    .select('council_id as councilId')
    .where('briefing_session_id', '=', id)
    .executeTakeFirstOrThrow()
  const [ofCouncil] = await listCouncilEvenings(db, [councilId], now)
  expect(ofCouncil).toMatchObject({ yes: 1, no: 0, undecided: 0, waiting: 2 })
})

test('who is erased gives her seat to who waits, with an invitation', async ({ db }) => {
  const { id } = await anEvening(db, 1, [ans, bo])
  await eraseParticipant(db, aSite, { personId: await personIdOf(db, ans) }, now.add({ hours: 1 }))
  expect((await placesOf(db, id))[bo]).toBe('seat')
  expect(await kindsTo(db, id, bo)).toEqual(['waiting-list', 'invitation'])
})

test('who leaves twice leaves once: one mail and one line in the audit', async ({ db }) => {
  const { id } = await anEvening(db, 1, [ans])
  await deliverAll(db, id)
  for (const hours of [1, 2]) await leaves(db, id, ans, now.add({ hours }))
  expect(await kindsTo(db, id, ans)).toEqual(['invitation', 'registration-cancelled'])
  const events = await db.selectFrom('audit_event').select('id').where('action', '=', 'registration.ended').execute()
  expect(events).toHaveLength(1)
})

test('once the evening began a free seat is nobody’s: one may leave, and nobody is invited to what she has missed', async ({
  db,
}) => {
  const { id } = await anEvening(db, 1, [ans, bo])
  await leaves(db, id, ans, start)
  expect(await placesOf(db, id)).toEqual({ [ans]: 'unregistered', [bo]: 'waiting' })
  expect(await kindsTo(db, id, bo)).toEqual(['waiting-list'])
})

test('after its end nobody registers, leaves or asks for anything; until then one may', async ({ db }) => {
  const { id: briefingSessionId, linkToken } = await anEvening(db, 9, [ans])
  const personId = await personIdOf(db, ans)
  const needs = (facility: string | undefined, at: Temporal.Instant) =>
    changeFacility(db, { briefingSessionId, personId, facility }, at)
  const inTime = end.subtract({ seconds: 1 })
  await needs('hearingLoop', inTime)
  await registers(db, linkToken, bo, inTime)
  const closed = { code: 'session-closed', facts: { reason: 'held' } }
  await expect(needs(undefined, end)).rejects.toMatchObject(closed)
  await expect(registers(db, linkToken, cas, end)).rejects.toMatchObject(closed)
  await expect(leaves(db, briefingSessionId, ans, end)).rejects.toMatchObject(closed)
  const { facility } = await db
    .selectFrom('registration')
    .select('facility')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  expect(facility).toBe('hearingLoop')
})

test('what somebody needs changes as often as she likes; the audit has that it changed and not into what', async ({
  db,
}) => {
  const { id: briefingSessionId } = await anEvening(db, 9, [ans])
  const personId = await personIdOf(db, ans)
  for (const facility of ['signInterpreter', 'signInterpreter', undefined])
    await changeFacility(db, { briefingSessionId, personId, facility }, now)
  const events = await db
    .selectFrom('audit_event')
    .select(['after', 'before'])
    .where('action', '=', 'registration.facilityChanged')
    .execute()
  expect(events).toEqual([
    { after: null, before: null },
    { after: null, before: null },
  ])
  const stranger = changeFacility(db, { briefingSessionId, personId: crypto.randomUUID(), facility: undefined }, now)
  await expect(stranger).rejects.toThrow('not found')
})
