import { discardDraft } from '#app/use-cases/requesting/discard-draft.ts'
import { draftAccess } from '#app/use-cases/requesting/draft-access.ts'
import { saveDraft } from '#app/use-cases/requesting/save-draft.ts'
import { submitRequest } from '#app/use-cases/requesting/submit-request.ts'
import { findDraft, listDrafts } from '#db/requesting/request-drafts.ts'
import { expect, test, warmUp } from '#tests/support/database.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { aClerk } from '#tests/support/people.ts'
import { aDraft, aWish } from '#tests/support/requests.ts'

const now = Temporal.Instant.from('2026-11-23T20:00:00Z')

test('a colleague throws a draft away: it is gone for the office, the audit keeps that it was done; twice is once', async ({
  db,
}) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const colleague = await aClerk(db, 'leiderdorp')
  const { key } = await aDraft(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  for (let time = 0; time < 2; time += 1) await discardDraft(db, { id: key, version: 1, viewer: colleague.viewer }, now)
  expect(await listDrafts(db, [clerk.councilId])).toEqual([])
  const events = await db.selectFrom('audit_event').select(['action', 'actor_id']).orderBy('id').execute()
  expect(events.filter(({ action }) => action === 'requestDraft.discarded')).toEqual([
    { action: 'requestDraft.discarded', actor_id: colleague.personId },
  ])
})

// Seen to fail: PostgreSQL refuses what is no uuid with an error.
test('an address that is no id finds nothing to throw away', async ({ db }) => {
  const { viewer, councilId } = await aClerk(db, 'leiderdorp')
  await discardDraft(db, { id: 'geen-nummer', version: 1, viewer }, now)
  expect(await findDraft(db, { id: 'geen-nummer', councilIds: [councilId] })).toBeUndefined()
})

test('another council throws nothing away', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const stranger = await aClerk(db, 'leiden')
  const { key } = await aDraft(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  await discardDraft(db, { id: key, version: 1, viewer: stranger.viewer }, now)
  expect(await findDraft(db, draftAccess(key, clerk.viewer))).toMatchObject({ version: 1 })
})

test('what a colleague saved meanwhile is not thrown away unseen', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const draft = await aDraft(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const entries = { remarks: ['Van een collega'] }
  await saveDraft(db, { entries, viewer: clerk.viewer, councilId: clerk.councilId, draft }, now)
  const discard = discardDraft(db, { id: draft.key, version: 1, viewer: clerk.viewer }, now)
  await expect(discard).rejects.toMatchObject({ code: 'changed-meanwhile' })
  expect(await findDraft(db, draft.access)).toMatchObject({ entries })
})

// Seen to fail with .forUpdate() left out of lockDraft: a draft was then sent and thrown away at once.
test('sent and thrown away at the same moment: one of the two, never both', async ({ db }) => {
  await warmUp(db, 10)
  const clerk = await aClerk(db, 'leiderdorp')
  const asked = { viewer: clerk.viewer, leadCouncilId: clerk.councilId }
  const drafts = await Promise.all(Array.from({ length: 6 }, () => aDraft(db, asked, now)))
  await Promise.allSettled(
    drafts.flatMap((draft) => [
      submitRequest(db, aSite, { draft, leadCouncilId: clerk.councilId, wish: aWish(), viewer: clerk.viewer }, now),
      discardDraft(db, { id: draft.key, version: 1, viewer: clerk.viewer }, now),
    ]),
  )
  const sent = await db.selectFrom('briefing_request').select('id').execute()
  const discarded = await db
    .selectFrom('audit_event')
    .select('id')
    .where('action', '=', 'requestDraft.discarded')
    .execute()
  expect(sent.length + discarded.length).toBe(drafts.length)
  expect(await db.selectFrom('request_draft').select('id').execute()).toHaveLength(sent.length)
})
