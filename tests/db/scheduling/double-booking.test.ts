import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '#app/domain/refusal.ts'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { sentenceFor } from '#app/messages.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test, warmUp } from '#tests/support/database.ts'
import { aSite, instant, now } from '#tests/support/here-and-now.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker, aVenue } from '#tests/support/sessions.ts'

const callers = 12

/** Twelve staff members plan an evening on the same slot at the same moment, on a pool that is warm. */
async function raceFor(db: Db, slot: Partial<SessionPlan>): Promise<PromiseSettledResult<void>[]> {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', `robin-${randomUUID()}@provincie.example`)
  const requests = []
  for (let each = 0; each < callers; each++) requests.push(await aBareRequest(db))
  await warmUp(db, callers)
  return Promise.allSettled(
    requests.map(({ reference, councilIds }, at) =>
      planSession(
        db,
        aSite,
        { id: randomUUID(), reference, councilIds, plan: aPlan({ title: `Avond ${at}`, ...slot }), staffId },
        now,
      ),
    ),
  )
}

const winners = (results: PromiseSettledResult<void>[]) => results.filter(({ status }) => status === 'fulfilled').length
const refusals = (results: PromiseSettledResult<void>[]) =>
  results.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))

test('twelve want one speaker: one gets her, the others hear who has her and when', async ({ db }) => {
  const results = await raceFor(db, { speakerIds: [await aSpeaker(db, 'Noor Voorbeeld')] })
  expect(winners(results)).toBe(1)
  for (const reason of refusals(results)) {
    expect(reason).toBeInstanceOf(Refusal)
    expect(sentenceFor(reason as Refusal)).toMatch(
      /^Noor Voorbeeld spreekt dan al bij “Avond \d+” \(dinsdag 12 januari 2027, 19\.30 tot 21\.00 uur\)\. Kies een andere spreker/,
    )
  }
})

test('twelve want one room and two speakers, named in any order: one gets them all', async ({ db }) => {
  const speakers = [await aSpeaker(db, 'Noor Voorbeeld'), await aSpeaker(db, 'Sam Proefman')]
  const results = await raceFor(db, { venueId: await aVenue(db, 'Raadzaal'), speakerIds: speakers.reverse() })
  expect(winners(results)).toBe(1)
  for (const reason of refusals(results)) expect(reason).toMatchObject({ code: 'venue-already-booked' })
})

test('without the constraints the same race books the speaker and the room twice', async ({ db }) => {
  await sql`alter table speaker_booking drop constraint speaker_in_one_place`.execute(db)
  await sql`alter table venue_booking drop constraint venue_used_once`.execute(db)
  const slot = { venueId: await aVenue(db, 'Raadzaal'), speakerIds: [await aSpeaker(db, 'Noor Voorbeeld')] }
  expect(winners(await raceFor(db, slot))).toBeGreaterThan(1)
})

test('half an hour before and after belongs to the evening', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const venueId = await aVenue(db, 'Raadzaal')
  const plan = async (start: string, end: string) => {
    const { reference, councilIds } = await aBareRequest(db)
    const slot = aPlan({ venueId, start: instant(start), end: instant(end) })
    await planSession(db, aSite, { id: randomUUID(), reference, councilIds, plan: slot, staffId }, now)
  }
  await plan('2027-01-12T18:30:00Z', '2027-01-12T20:00:00Z')
  await expect(plan('2027-01-12T20:45:00Z', '2027-01-12T21:30:00Z')).rejects.toMatchObject({
    code: 'venue-already-booked',
  })
  await plan('2027-01-12T21:00:00Z', '2027-01-12T21:30:00Z')
})

test('moving an evening onto a taken slot is refused and moves nothing', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const speakerIds = [await aSpeaker(db, 'Noor Voorbeeld')]
  const first = aPlan({ speakerIds })
  const second = aPlan({ speakerIds, start: instant('2027-01-13T18:30:00Z'), end: instant('2027-01-13T20:00:00Z') })
  const id = randomUUID()
  const [one, other] = [await aBareRequest(db), await aBareRequest(db)]
  await planSession(db, aSite, { ...one, id: randomUUID(), plan: first, staffId }, now)
  await planSession(db, aSite, { ...other, id, plan: second, staffId }, now)
  const moved = changeSession(
    db,
    aSite,
    { id, version: 1, plan: { ...second, start: first.start, end: first.end }, tellAboutText: false, staffId },
    now,
  )
  await expect(moved).rejects.toMatchObject({ code: 'speaker-already-booked' })
  const row = await db.selectFrom('briefing_session').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row.version).toBe(1)
  // Its own booking does not stand in its way.
  const later = { ...second, end: instant('2027-01-13T20:15:00Z') }
  await changeSession(db, aSite, { id, version: 1, plan: later, tellAboutText: false, staffId }, now)
})
