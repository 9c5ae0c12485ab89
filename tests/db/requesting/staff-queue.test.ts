import { queueViews } from '#app/domain/requesting/queue-views.ts'
import { acceptRequest } from '#app/use-cases/requesting/accept-request.ts'
import { listCouncilRequests } from '#db/requesting/council-requests.ts'
import { listQueue, type QueueFilter, queuePageSize } from '#db/requesting/staff-queue.ts'
import { expect, test } from '#tests/support/database.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aRequest } from '#tests/support/requests.ts'

const now = Temporal.Instant.from('2026-11-23T20:00:00Z')
const open: QueueFilter = {
  statuses: queueViews.open.statuses,
  regionId: undefined,
  onlyDosMissing: false,
  handledBy: undefined,
  page: 1,
}

test('whoever waits longest is first; a step starts the wait again; filters narrow', async ({ db }) => {
  const leiderdorp = await aClerk(db, 'leiderdorp')
  const gouda = await aClerk(db, 'gouda')
  const staffId = (await aPerson(db, [{ role: 'planner' }])).personId
  const first = await aRequest(db, { viewer: gouda.viewer, leadCouncilId: gouda.councilId }, now)
  const second = await aRequest(
    db,
    { viewer: leiderdorp.viewer, leadCouncilId: leiderdorp.councilId },
    now.add({ hours: 1 }),
  )
  const references = async (changes: Partial<QueueFilter> = {}) =>
    (await listQueue(db, { ...open, ...changes })).requests.map(({ reference }) => reference)
  expect(await references()).toEqual([first, second])
  await acceptRequest(db, aSite, { reference: first, version: 1, staffId }, now.add({ hours: 2 }))
  expect(await references()).toEqual([second, first])
  expect(await references({ regionId: 'leidse-regio' })).toEqual([second])
  expect(await references({ onlyDosMissing: true })).toEqual([first])
  expect(await references({ handledBy: staffId })).toEqual([first])
  expect(await references({ statuses: queueViews.klaar.statuses })).toEqual([])
  const [, waiting] = (await listQueue(db, open)).requests
  expect(waiting).toMatchObject({ dosMissing: true, mailWithheld: true, municipalityNames: ['Gouda'] })
  expect(await listCouncilRequests(db, [gouda.councilId])).toMatchObject([{ reference: first, status: 'inTreatment' }])
  expect(await listCouncilRequests(db, [])).toEqual([])
})

test('the list is bounded and can be leafed through', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  for (let count = 0; count < queuePageSize + 2; count++)
    await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now.add({ minutes: count }))
  const first = await listQueue(db, open)
  const second = await listQueue(db, { ...open, page: 2 })
  expect([first.requests.length, second.requests.length]).toEqual([queuePageSize, 2])
  expect(first).toMatchObject({ total: queuePageSize + 2, pages: 2 })
})
