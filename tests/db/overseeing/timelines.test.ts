import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Timeline } from '#app/components/page/timeline.tsx'
import { timelineWords } from '#app/domain/requesting/timeline-words.ts'
import { acceptRequest } from '#app/use-cases/requesting/accept-request.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { listRequestEvents } from '#db/requesting/request-timeline.ts'
import { listSessionTimeline } from '#db/scheduling/session-timeline.ts'
import { expect, test } from '#tests/support/database.ts'
import { aPublishedEvening } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aRequest } from '#tests/support/requests.ts'
import { aPlan } from '#tests/support/sessions.ts'

test('a request and an evening are both told from the newest to the oldest', async ({ db }) => {
  // Seen to fail while a request was told from its beginning and an evening from its end.
  const clerk = await aClerk(db, 'gouda')
  const reference = await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const { personId: staffId } = await aPerson(db, [{ role: 'planner' }])
  await acceptRequest(db, aSite, { reference, version: 1, staffId }, now.add({ hours: 1 }))
  const request = await findBriefingRequestByReference(db, reference)
  expect((await listRequestEvents(db, request?.id ?? '')).map(({ action }) => action)).toEqual([
    'briefingRequest.accepted',
    'briefingRequest.submitted',
  ])
  const { id } = await aPublishedEvening(db)
  expect((await listSessionTimeline(db, id)).map(({ action }) => action)).toEqual([
    'briefingSession.published',
    'briefingSession.planned',
  ])
})

test('a council reads with its request that the evening moved, or is in another room, and no other request does', async ({
  db,
}) => {
  const { id, staffId } = await aPublishedEvening(db)
  const { id: elsewhere } = await aPublishedEvening(db, {
    start: aPlan().start.add({ hours: 48 }),
    end: aPlan().end.add({ hours: 48 }),
  })
  const change = (sessionId: string, version: number, over: Parameters<typeof aPlan>[0]) =>
    changeSession(
      db,
      aSite,
      { id: sessionId, version, plan: aPlan(over), tellAboutText: false, staffId },
      now.add({ hours: version }),
    )
  const moved = { start: aPlan().start.add({ hours: 24 }), end: aPlan().end.add({ hours: 24 }) }
  await change(id, 2, moved)
  await change(id, 3, { ...moved, onlineUrl: 'https://uitzending.example/anders' })
  await change(elsewhere, 2, { start: aPlan().start.add({ hours: 72 }), end: aPlan().end.add({ hours: 72 }) })
  const { briefing_request_id } = await db
    .selectFrom('briefing_session_request')
    .select('briefing_request_id')
    .where('briefing_session_id', '=', id)
    .executeTakeFirstOrThrow()
  const told = (await listRequestEvents(db, briefing_request_id))
    .map(({ action }) => action)
    .filter((action) => action in timelineWords)
  expect(told.filter((action) => action.startsWith('briefingSession.'))).toEqual([
    'briefingSession.placeChanged',
    'briefingSession.moved',
  ])
})

test('both are called the same', () => {
  const html = renderToStaticMarkup(createElement(Timeline, { events: [] }))
  expect(html).toContain('<h2>Wat er is gebeurd</h2>')
})
