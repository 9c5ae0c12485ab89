import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { unregister } from '#app/use-cases/attending/unregister.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { foreseeInviting, inviteBooked } from '#app/use-cases/scheduling/invite-booked.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { foreseePublishing, publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { expect, test } from '#tests/support/database.ts'
import { deliverAll, mailsOf, registers } from '#tests/support/evenings.ts'
import { aPerson, aPlan, aRequest, aSite, aSpeaker, aVenue, instant, newId, now } from '#tests/support/sessions.ts'

const noor = 'noor@spreker.example'
const sam = 'sam@spreker.example'
const room = 'raadzaal@zalen.example'
const ans = 'ans@raadslid.example'

/** A published evening with one speaker and a room that both have an address, and one councillor; everything was delivered. */
async function anEvening(db: Db, over: Partial<SessionPlan> = {}) {
  const staffId = await aPerson(db, 'Robin Gefingeerd', 'robin@provincie.example')
  const speakerId = await aSpeaker(db, 'Noor Voorbeeld', noor, ['wonen'])
  const venueId = await aVenue(db, 'Raadzaal', 60, room)
  const programme = [
    { title: 'Welkom', minutes: 10, topicId: undefined },
    { title: 'Wonen', minutes: 45, topicId: 'wonen' },
  ]
  const plan = aPlan({ speakerIds: [speakerId], venueId, programme, ...over })
  const id = newId()
  const request = await aRequest(db, ['leiderdorp', 'oegstgeest'])
  await planSession(db, aSite, { ...request, id, plan, staffId }, now)
  const input = { id, version: 1, staffId }
  const foreseen = await foreseePublishing(db, aSite, input, now)
  await publishSession(db, aSite, input, now)
  const session = await findBriefingSession(db, id)
  await registers(db, session?.councils[0]?.linkToken ?? '', ans)
  const firstMails = await mailsOf(db, id)
  await deliverAll(db, id)
  const change = async (next: Partial<SessionPlan>, tellAboutText = false, at = now.add({ hours: 1 })) => {
    const version = (await findBriefingSession(db, id))?.version ?? 0
    await changeSession(db, aSite, { id, version, plan: { ...plan, ...next }, tellAboutText, staffId }, at)
  }
  return { id, plan, staffId, speakerId, venueId, foreseen, firstMails, change }
}

const newestTo = async (db: Db, id: string, address: string) =>
  (await mailsOf(db, id)).findLast(({ recipient }) => recipient === address)
const countTo = async (db: Db, id: string, address: string) =>
  (await mailsOf(db, id)).filter(({ recipient }) => recipient === address).length

test('publishing invites the speaker and the room, each in the same entry, with only their own address', async ({
  db,
}) => {
  const { firstMails, foreseen, id } = await anEvening(db)
  const [toNoor, toRoom] = [noor, room].map((address) => firstMails.find(({ recipient }) => recipient === address))
  expect(foreseen.kinds).toContainEqual({ kind: 'speaker-invited', mails: 1 })
  expect(foreseen.kinds).toContainEqual({ kind: 'venue-invited', mails: 1 })
  expect(toNoor?.calendar).toMatchObject({
    method: 'REQUEST',
    sequence: 0,
    attendees: [`mailto:${noor}`],
    cutype: 'INDIVIDUAL',
    partstat: 'NEEDS-ACTION',
    status: 'CONFIRMED',
  })
  expect(toRoom?.calendar).toMatchObject({ attendees: [`mailto:${room}`], cutype: 'ROOM', sequence: 0 })
  const uid = (await findBriefingSession(db, id))?.calendarUid
  expect([toNoor?.calendar?.uid, toRoom?.calendar?.uid]).toEqual([uid, uid])
  expect(toNoor?.calendar?.organizer).not.toBe(toRoom?.calendar?.organizer)
  expect(toNoor?.calendar?.description).toContain('Uw onderdeel: Wonen')
  expect(toNoor?.calendar?.description).toContain('Leiderdorp en Oegstgeest')
  for (const mail of [toNoor, toRoom]) {
    expect(mail?.subject).toContain('DOS-2026-0001081')
    for (const other of [noor, room, ans].filter((address) => address !== mail?.recipient))
      expect(`${mail?.raw}${mail?.calendar?.description}`).not.toContain(other)
  }
})

test('another time asks again, another room does not; the old room is told that it is free', async ({ db }) => {
  const { id, change } = await anEvening(db)
  await db
    .updateTable('engagement')
    .set({ answer: 'yes', answer_sequence: 0, answered_at: now.toString(), answer_door: 'calendar' })
    .where('briefing_session_id', '=', id)
    .execute()
  const other = 'burgerzaal@zalen.example'
  const venueId = await aVenue(db, 'Burgerzaal', 60, other)
  await change({ venueId })
  expect((await newestTo(db, id, noor))?.calendar).toMatchObject({
    method: 'REQUEST',
    sequence: 1,
    partstat: 'ACCEPTED',
  })
  expect((await newestTo(db, id, room))?.calendar).toMatchObject({ method: 'CANCEL', sequence: 1, cutype: 'ROOM' })
  expect((await newestTo(db, id, other))?.calendar).toMatchObject({ method: 'REQUEST', sequence: 1, cutype: 'ROOM' })
  await deliverAll(db, id)

  const [start, end] = [instant('2027-01-19T18:30:00Z'), instant('2027-01-19T20:00:00Z')]
  await change({ venueId, start, end }, false, now.add({ hours: 2 }))
  const moved = await newestTo(db, id, noor)
  expect(moved?.subject).toMatch(/^Gewijzigd: tijd/)
  expect(moved?.calendar).toMatchObject({ method: 'REQUEST', sequence: 2, partstat: 'NEEDS-ACTION' })
  expect(await countTo(db, id, room), 'a room that left hears nothing more').toBe(2)
  const answers = await db.selectFrom('engagement').select('answer').where('ended_at', 'is', null).execute()
  expect(answers.map(({ answer }) => answer)).toEqual(['none', 'none'])
})

test('another speaker: a CANCEL to the one, a REQUEST to the other, and nobody else hears of it', async ({ db }) => {
  const { id, change, speakerId } = await anEvening(db)
  const samId = await aSpeaker(db, 'Sam Proefman', sam)
  const before = (await mailsOf(db, id)).length
  await change({ speakerIds: [samId] }, true)
  const mails = (await mailsOf(db, id)).slice(before)
  expect(mails.map(({ kind, recipient }) => [kind, recipient]).sort()).toEqual([
    ['speaker-cancelled', noor],
    ['speaker-invited', sam],
  ])
  expect((await newestTo(db, id, noor))?.calendar).toMatchObject({ method: 'CANCEL', sequence: 1, status: 'CANCELLED' })
  expect((await newestTo(db, id, noor))?.subject).toMatch(/^U hoeft niet te spreken: /)
  expect((await newestTo(db, id, sam))?.calendar).toMatchObject({ method: 'REQUEST', sequence: 1 })
  await deliverAll(db, id)

  // And back again: above the CANCEL she got.
  await change({ speakerIds: [speakerId] }, false, now.add({ hours: 3 }))
  expect((await newestTo(db, id, sam))?.calendar).toMatchObject({ method: 'CANCEL', sequence: 2 })
  expect((await newestTo(db, id, noor))?.calendar).toMatchObject({ method: 'REQUEST', sequence: 2 })
  await deliverAll(db, id)
  // The councillor's next mail is above all of that.
  await change({ speakerIds: [speakerId], venueId: undefined }, false, now.add({ hours: 4 }))
  expect((await newestTo(db, id, ans))?.calendar).toMatchObject({ method: 'REQUEST', sequence: 3 })
})

test('a speaker who was replaced before her invitation left gets neither mail', async ({ db }) => {
  const { id, change } = await anEvening(db, { speakerIds: [await aSpeaker(db, 'Sam Proefman', sam)] })
  await db.updateTable('outbox').set({ state: 'pending', attempts: 0 }).where('recipient', '=', sam).execute()
  await change({ speakerIds: [] })
  expect((await mailsOf(db, id)).filter(({ recipient }) => recipient === sam).map(({ state }) => state)).toEqual([
    'superseded',
  ])
})

test('a better text is told to speakers only when staff say so, and SEQUENCE stays', async ({ db }) => {
  const { id, change } = await anEvening(db)
  await change({ title: 'Wonen in Leiderdorp en Oegstgeest' })
  expect(await countTo(db, id, noor)).toBe(1)
  await change({ title: 'Wonen in de Leidse regio' }, true, now.add({ hours: 2 }))
  expect((await newestTo(db, id, noor))?.calendar).toMatchObject({ sequence: 0, summary: 'Wonen in de Leidse regio' })
})

test('calling off takes the entry out of every calendar, once', async ({ db }) => {
  const { id, staffId } = await anEvening(db)
  const input = { id, version: 2, reason: 'Er is te weinig belangstelling.', staffId }
  await Promise.all(Array.from({ length: 10 }, () => cancelSession(db, aSite, input, now.add({ hours: 1 }))))
  for (const address of [noor, room, ans]) {
    const mail = await newestTo(db, id, address)
    expect(mail?.calendar).toMatchObject({ method: 'CANCEL', sequence: 1, status: 'CANCELLED' })
    expect(await countTo(db, id, address)).toBe(2)
  }
  expect(await db.selectFrom('engagement').selectAll().where('ended_at', 'is', null).execute()).toEqual([])
})

test('who has no address is called; when the address comes, staff invite, once', async ({ db }) => {
  const speakerId = await aSpeaker(db, 'Bo Denkbeeld')
  const { id, staffId, foreseen } = await anEvening(db, { speakerIds: [speakerId] })
  expect(foreseen.kinds.map(({ kind }) => kind)).not.toContain('speaker-invited')
  expect(foreseen.toCall).toEqual(['Bo Denkbeeld'])
  const address = 'bo@spreker.example'
  await db.transaction().execute(async (trx) => {
    const { makeReachable } = await import('#app/use-cases/inviting/make-reachable.ts')
    const email_address_id = await makeReachable(trx, { name: 'Bo Denkbeeld', address }, now)
    await trx.updateTable('speaker').set({ email_address_id }).where('id', '=', speakerId).execute()
  })
  const later = now.add({ hours: 1 })
  expect((await foreseeInviting(db, aSite, { id, staffId }, later)).kinds).toEqual([
    { kind: 'speaker-invited', mails: 1 },
  ])
  expect(await countTo(db, id, address)).toBe(0)
  await Promise.all(Array.from({ length: 10 }, () => inviteBooked(db, aSite, { id, staffId }, later)))
  expect(await countTo(db, id, address)).toBe(1)
})

/** Noor speaks and has a seat; everything was delivered. */
async function aSpeakerWithASeat(db: Db) {
  const evening = await anEvening(db)
  const link = (await findBriefingSession(db, evening.id))?.councils[1]?.linkToken ?? ''
  await registers(db, link, noor)
  await deliverAll(db, evening.id)
  const { person_id: personId } = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select('person_id')
    .where('email_address.address', '=', noor)
    .executeTakeFirstOrThrow()
  const unregisters = () => unregister(db, aSite, { briefingSessionId: evening.id, personId }, now.add({ hours: 1 }))
  const cancel = async () => {
    const version = (await findBriefingSession(db, evening.id))?.version ?? 0
    const reason = 'Er is te weinig belangstelling.'
    await cancelSession(db, aSite, { id: evening.id, version, reason, staffId: evening.staffId }, now.add({ hours: 5 }))
  }
  const toNoor = async () => (await mailsOf(db, evening.id)).filter(({ recipient }) => recipient === noor)
  return { ...evening, personId, unregisters, cancel, toNoor }
}

test('a speaker taken off the programme who has a seat keeps the entry, as a participant', async ({ db }) => {
  // Seen to fail while she only read that she no longer speaks: her calendar went on saying that she does.
  const { id, change, toNoor, cancel } = await aSpeakerWithASeat(db)
  await change({ speakerIds: [] })
  const mail = (await toNoor()).at(-1)
  expect(mail?.kind).toBe('speaker-cancelled')
  expect(mail?.calendar).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', attendees: [`mailto:${noor}`] })
  expect(mail?.calendar?.description).not.toContain('Uw onderdeel')
  expect(mail?.raw).toContain('blijft de afspraak in uw agenda')
  await deliverAll(db, id)
  await cancel()
  expect((await toNoor()).at(-1)?.calendar, 'what she keeps is taken out in the end').toMatchObject({
    method: 'CANCEL',
  })
})

test('who speaks and gives up her seat keeps the entry, as a speaker', async ({ db }) => {
  // Seen to fail while unregistering sent a CANCEL to everybody.
  const { id, unregisters, toNoor, cancel } = await aSpeakerWithASeat(db)
  await unregisters()
  const mail = (await toNoor()).at(-1)
  expect(mail?.kind).toBe('registration-cancelled')
  expect(mail?.calendar).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', sequence: 0 })
  expect(mail?.calendar?.description).toContain('Uw onderdeel: Wonen')
  expect(mail?.raw).toContain('blijft de afspraak in uw')
  await deliverAll(db, id)
  await cancel()
  expect((await toNoor()).at(-1)).toMatchObject({
    kind: 'speaker-cancelled',
    calendar: { method: 'CANCEL', sequence: 1 },
  })
})

test('calling off takes the one entry of who speaks and has a seat', async ({ db }) => {
  // Seen to fail while the words to the speaker counted as the end of the entry: no CANCEL left.
  const { toNoor, cancel } = await aSpeakerWithASeat(db)
  await cancel()
  expect((await toNoor()).filter(({ calendar }) => calendar?.method === 'CANCEL')).toHaveLength(1)
})

test('who waits for a seat and no longer speaks has nothing in her calendar any more', async ({ db }) => {
  const { id, change, toNoor } = await aSpeakerWithASeat(db)
  await db.updateTable('registration').set({ place: 'waiting' }).where('briefing_session_id', '=', id).execute()
  await change({ speakerIds: [], capacity: 1 })
  const kinds = (await toNoor()).map(({ kind, calendar }) => `${kind} ${calendar?.method}`)
  expect(kinds).toContain('speaker-cancelled CANCEL')
})

test('a seat given up before anything left: the speaker is still asked', async ({ db }) => {
  const { id, unregisters, toNoor } = await aSpeakerWithASeat(db)
  await db.updateTable('outbox').set({ state: 'pending', attempts: 0 }).where('recipient', '=', noor).execute()
  await db.updateTable('invitation').set({ state: 'ready' }).where('briefing_session_id', '=', id).execute()
  await unregisters()
  expect((await toNoor()).filter(({ state }) => state === 'pending').map(({ kind }) => kind)).toEqual([
    'speaker-invited',
  ])
})
