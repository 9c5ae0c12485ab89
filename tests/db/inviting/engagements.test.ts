import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { foreseeInviting, inviteBooked } from '#app/use-cases/scheduling/invite-booked.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { expect, test } from '#tests/support/database.ts'
import { setDelivery } from '#tests/support/deliveries.ts'
import { anEngagedEvening, ans, noor, room } from '#tests/support/engaged-evening.ts'
import { deliverAll, mailsOf } from '#tests/support/evenings.ts'
import { aSite, instant, now } from '#tests/support/here-and-now.ts'
import { aSpeaker, aVenue } from '#tests/support/sessions.ts'

const sam = 'sam@spreker.example'

const newestTo = async (db: Db, id: string, address: string) =>
  (await mailsOf(db, id)).findLast(({ recipient }) => recipient === address)
const countTo = async (db: Db, id: string, address: string) =>
  (await mailsOf(db, id)).filter(({ recipient }) => recipient === address).length

test('publishing invites the speaker and the room, each in the same entry, with only their own address', async ({
  db,
}) => {
  const { firstMails, foreseen, id } = await anEngagedEvening(db)
  const [toNoor, toRoom] = [noor, room].map((address) => firstMails.find(({ recipient }) => recipient === address))
  expect(foreseen.kinds).toContainEqual({
    kind: 'speaker-invited',
    name: 'Kunt u spreken?',
    calendar: 'request',
    mails: 1,
  })
  expect(foreseen.kinds).toContainEqual({ kind: 'venue-invited', name: 'Zaal gevraagd', calendar: 'request', mails: 1 })
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
  const { id, change } = await anEngagedEvening(db)
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
  const { id, change, speakerId } = await anEngagedEvening(db)
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
  const { id, change } = await anEngagedEvening(db, { speakerIds: [await aSpeaker(db, 'Sam Proefman', sam)] })
  await setDelivery(db, { state: 'pending', attempts: 0 }, (mails) => mails.where('recipient', '=', sam))
  await change({ speakerIds: [] })
  expect((await mailsOf(db, id)).filter(({ recipient }) => recipient === sam).map(({ state }) => state)).toEqual([
    'superseded',
  ])
})

test('a better text is told to speakers only when staff say so, and SEQUENCE stays', async ({ db }) => {
  const { id, change } = await anEngagedEvening(db)
  await change({ title: 'Wonen in Leiderdorp en Oegstgeest' })
  expect(await countTo(db, id, noor)).toBe(1)
  await change({ title: 'Wonen in de Leidse regio' }, true, now.add({ hours: 2 }))
  expect((await newestTo(db, id, noor))?.calendar).toMatchObject({ sequence: 0, summary: 'Wonen in de Leidse regio' })
})

test('calling off takes the entry out of every calendar, once', async ({ db }) => {
  const { id, staffId } = await anEngagedEvening(db)
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
  const { id, staffId, foreseen } = await anEngagedEvening(db, { speakerIds: [speakerId] })
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
    { kind: 'speaker-invited', name: 'Kunt u spreken?', calendar: 'request', mails: 1 },
  ])
  expect(await countTo(db, id, address)).toBe(0)
  await Promise.all(Array.from({ length: 10 }, () => inviteBooked(db, aSite, { id, staffId }, later)))
  expect(await countTo(db, id, address)).toBe(1)
})
