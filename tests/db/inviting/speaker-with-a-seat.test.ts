import { unregister } from '#app/use-cases/attending/unregister.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { expect, test } from '#tests/support/database.ts'
import { setDelivery } from '#tests/support/deliveries.ts'
import { anEngagedEvening, noor } from '#tests/support/engaged-evening.ts'
import { deliverAll, mailsOf, registers } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'

/** Noor speaks and has a seat; everything was delivered. */
async function aSpeakerWithASeat(db: Db) {
  const evening = await anEngagedEvening(db)
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
  await setDelivery(db, { state: 'pending', attempts: 0 }, (mails) => mails.where('recipient', '=', noor))
  await db.updateTable('invitation').set({ state: 'ready' }).where('briefing_session_id', '=', id).execute()
  await unregisters()
  expect((await toNoor()).filter(({ state }) => state === 'pending').map(({ kind }) => kind)).toEqual([
    'speaker-invited',
  ])
})
