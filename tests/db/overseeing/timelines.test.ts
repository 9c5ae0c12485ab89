import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Timeline } from '#app/components/page/timeline.tsx'
import { acceptRequest } from '#app/use-cases/requesting/accept-request.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { listRequestEvents } from '#db/requesting/request-timeline.ts'
import { listSessionTimeline } from '#db/scheduling/session-timeline.ts'
import { expect, test } from '#tests/support/database.ts'
import { aPublishedEvening } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aClerk, aStaffMember } from '#tests/support/people.ts'
import { aRequest } from '#tests/support/requests.ts'

test('a request and an evening are both told from the newest to the oldest', async ({ db }) => {
  // Seen to fail while a request was told from its beginning and an evening from its end.
  const clerk = await aClerk(db, 'gouda')
  const reference = await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const { personId: staffId } = await aStaffMember(db)
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

test('both are called the same', () => {
  const html = renderToStaticMarkup(createElement(Timeline, { events: [] }))
  expect(html).toContain('<h2>Wat er is gebeurd</h2>')
})
