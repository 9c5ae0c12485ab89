import { randomUUID } from 'node:crypto'
import { Refusal } from '#app/domain/refusal.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { expect, test } from '#tests/support/database.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker, aVenue } from '#tests/support/sessions.ts'

test('an accepted request becomes an evening with everything on it', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const { reference, councilIds } = await aBareRequest(db, ['leiderdorp', 'oegstgeest'])
  const [venueId, speaker, other] = [await aVenue(db, 'Raadzaal'), await aSpeaker(db, 'Bo'), await aSpeaker(db, 'Sam')]
  const plan = aPlan({
    venueId,
    speakerIds: [speaker, other],
    capacity: 40,
    programme: [
      { title: 'Opening', minutes: 10, topicId: undefined },
      { title: 'Wonen', minutes: 45, topicId: 'wonen' },
    ],
  })
  const id = randomUUID()
  await planSession(db, aSite, { id, reference, councilIds, plan, staffId }, now)

  const session = await findBriefingSession(db, id)
  expect(session).toMatchObject({ status: 'draft', title: plan.title, sequence: 0, rsvpEpoch: 0, capacity: 40 })
  expect(session?.start.equals(plan.start)).toBe(true)
  expect(session?.calendarUid).toMatch(/^[0-9a-f-]{36}@briefings\.example$/)
  expect(session?.venue?.name).toBe('Raadzaal')
  expect(session?.programme.map(({ title, minutes }) => [title, minutes])).toEqual([
    ['Opening', 10],
    ['Wonen', 45],
  ])
  expect(session?.speakers.map(({ name }) => name)).toEqual(['Bo', 'Sam'])
  expect(session?.councils.map(({ councilId }) => councilId).sort()).toEqual([...councilIds].sort())
  expect(new Set(session?.councils.map(({ linkToken }) => linkToken)).size).toBe(2)
  for (const { linkToken } of session?.councils ?? []) expect(linkToken.length).toBeGreaterThanOrEqual(16)
  expect(session?.requests.map((each) => each.reference)).toEqual([reference])
})

test('the same form sent ten times plans one evening', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const { reference, councilIds } = await aBareRequest(db)
  const input = { id: randomUUID(), reference, councilIds, plan: aPlan(), staffId }
  await Promise.all(Array.from({ length: 10 }, () => planSession(db, aSite, input, now)))
  const { count } = await db
    .selectFrom('briefing_session')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow()
  expect(count).toBe(1)
  const planned = await db.selectFrom('audit_event').select('id').where('briefing_session_id', '=', input.id).execute()
  expect(planned).toHaveLength(1)
})

test('a second evening for the same request is refused by name', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const { reference, councilIds } = await aBareRequest(db)
  await planSession(db, aSite, { id: randomUUID(), reference, councilIds, plan: aPlan(), staffId }, now)
  const second = planSession(db, aSite, { id: randomUUID(), reference, councilIds, plan: aPlan(), staffId }, now)
  await expect(second).rejects.toMatchObject({ code: 'request-already-planned', facts: { otherTitle: aPlan().title } })
})

test('a request that nobody treats yet gets no evening', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const { reference, councilIds } = await aBareRequest(db, ['leiderdorp'], 'submitted')
  const planned = planSession(db, aSite, { id: randomUUID(), reference, councilIds, plan: aPlan(), staffId }, now)
  await expect(planned).rejects.toThrow(Refusal)
  await expect(planned).rejects.toMatchObject({ code: 'request-not-in-treatment' })
})
