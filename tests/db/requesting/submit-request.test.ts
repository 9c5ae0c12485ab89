import { simpleParser } from 'mailparser'
import { briefingInMail } from '#app/use-cases/requesting/briefing-in-mail.ts'
import { draftAccess } from '#app/use-cases/requesting/draft-access.ts'
import { saveDraft } from '#app/use-cases/requesting/save-draft.ts'
import { submitRequest } from '#app/use-cases/requesting/submit-request.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { findDraft } from '#db/requesting/request-drafts.ts'
import { plainText } from '#emails/plain-text.ts'
import { requestFacts } from '#emails/requesting/requested-briefing.ts'
import { expect, test, warmUp } from '#tests/support/database.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson, councilOf } from '#tests/support/people.ts'
import { aContact, aDraft, aRequest, aWish } from '#tests/support/requests.ts'

const now = Temporal.Instant.from('2026-11-23T20:00:00Z')

test('a clerk sends: submitted, numbered, with the DOS-nummer of the letter to her region', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const reference = await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  expect(reference).toBe('RB-2026-0001')
  const request = await findBriefingRequestByReference(db, reference)
  expect(request).toMatchObject({
    status: 'submitted',
    dosNumber: 'DOS-2026-0001081',
    regionId: 'leidse-regio',
    submittedBy: clerk.personId,
    contact: { name: clerk.name, function: 'deputyClerk', address: clerk.address },
    expectedCouncillors: 21,
    facilities: ['hearingLoop'],
  })
  expect(request?.councils.map(({ municipalitySlug, isLead, state }) => [municipalitySlug, isLead, state])).toEqual([
    ['leiderdorp', true, 'joined'],
  ])
  expect(request?.topics.map(({ topicId }) => topicId)).toEqual(['wie-doet-wat', 'wonen'])
  expect(request?.preferredDates.map(String)).toEqual(['2027-01-12', '2027-01-20'])
  const council = await db.selectFrom('council').select('usual_evenings').where('id', '=', clerk.councilId).execute()
  expect(council).toEqual([{ usual_evenings: [1] }])
})

test('the council and every planner get one mail', async ({ db }) => {
  const [one, other] = [await aPerson(db, [{ role: 'planner' }]), await aPerson(db, [{ role: 'planner' }])]
  const clerk = await aClerk(db, 'leiderdorp')
  const reference = await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const mails = await db.selectFrom('outbox').select(['kind', 'recipient', 'subject']).orderBy('kind').execute()
  expect(mails.filter(({ kind }) => kind === 'request-received')).toEqual([
    {
      kind: 'request-received',
      recipient: clerk.address,
      subject: `Ontvangen: uw aanvraag ${reference} (DOS-2026-0001081)`,
    },
  ])
  const toStaff = mails.filter(({ kind }) => kind === 'request-received-staff').map(({ recipient }) => recipient)
  expect(toStaff.sort()).toEqual([one.address, other.address].sort())
})

test('a region asks the other councils along, and a region without a letter has no number yet', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const wish = { audience: 'region', regionId: 'leidse-regio' } as const
  const regional = await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId, wish }, now)
  const request = await findBriefingRequestByReference(db, regional)
  expect(request?.councils.map(({ municipalitySlug, state }) => `${municipalitySlug} ${state}`)).toEqual([
    'leiderdorp joined',
    'leiden invited',
    'oegstgeest invited',
    'voorschoten invited',
    'zoeterwoude invited',
  ])
  const gouda = await aClerk(db, 'gouda')
  const elsewhere = await aRequest(db, { viewer: gouda.viewer, leadCouncilId: gouda.councilId }, now)
  expect(await findBriefingRequestByReference(db, elsewhere)).toMatchObject({ dosNumber: undefined })
})

// The first mails are written beside the request, not from it. Seen to fail with the councils in another order, and with the topics in another order.
test('the first mails say of a request what is kept of it', async ({ db }) => {
  await aPerson(db, [{ role: 'planner' }])
  const clerk = await aClerk(db, 'voorschoten')
  await aClerk(db, 'leiden')
  const asked = { viewer: clerk.viewer, leadCouncilId: clerk.councilId }
  const topicIds = ['wonen', 'wie-doet-wat']
  const own = await aRequest(db, { ...asked, wish: { topicIds } }, now)
  const regional = await aRequest(
    db,
    { ...asked, wish: { topicIds, audience: 'region', regionId: 'leidse-regio' } },
    now,
  )
  const unproven = await aRequest(db, { leadCouncilId: clerk.councilId, wish: { contact: aContact() } }, now)
  for (const [reference, kinds] of [
    [own, ['request-received', 'request-received-staff']],
    [regional, ['council-asked', 'request-received']],
    [unproven, ['confirm-mailbox']],
  ] as const) {
    const kept = await findBriefingRequestByReference(db, reference)
    if (!kept) throw new Error(`${reference} is not there`)
    const mails = db.selectFrom('outbox').select(['kind', 'raw']).where('briefing_request_id', '=', kept.id)
    const sent = await mails.orderBy('kind').execute()
    expect(sent.map(({ kind }) => kind)).toEqual(kinds)
    for (const { raw } of sent)
      expect((await simpleParser(raw)).text).toContain(plainText([requestFacts(briefingInMail(kept))]))
  }
})

test('somebody we do not know waits for her mailbox, and an unknown mail domain is flagged', async ({ db }) => {
  const leadCouncilId = await councilOf(db, 'gouda')
  await db
    .updateTable('council')
    .set({ mail_domains: ['gouda.example'] })
    .where('id', '=', leadCouncilId)
    .execute()
  const strange = await aRequest(db, { leadCouncilId, wish: { contact: aContact('a@elders.example') } }, now)
  const known = await aRequest(db, { leadCouncilId, wish: { contact: aContact('b@gouda.example') } }, now)
  expect(await findBriefingRequestByReference(db, strange)).toMatchObject({
    status: 'awaitingMailbox',
    unknownMailDomain: true,
    submittedAt: undefined,
  })
  expect(await findBriefingRequestByReference(db, known)).toMatchObject({ unknownMailDomain: false })
  const mails = await db.selectFrom('outbox').select(['kind', 'recipient']).orderBy('recipient').execute()
  expect(mails).toEqual([
    { kind: 'confirm-mailbox', recipient: 'a@elders.example' },
    { kind: 'confirm-mailbox', recipient: 'b@gouda.example' },
  ])
})

test('a visitor who is no clerk of this council stays a visitor, whatever she is elsewhere', async ({ db }) => {
  const clerk = await aClerk(db, 'gouda')
  const leadCouncilId = await councilOf(db, 'leiderdorp')
  const wish = { contact: aContact() }
  const reference = await aRequest(db, { viewer: clerk.viewer, leadCouncilId, wish }, now)
  expect(await findBriefingRequestByReference(db, reference)).toMatchObject({ status: 'awaitingMailbox' })
})

// Seen to fail with .forUpdate() left out of lockDraft: ten callers then made several requests.
test('ten times sent is one request', async ({ db }) => {
  await warmUp(db, 10)
  const clerk = await aClerk(db, 'leiderdorp')
  const draft = await aDraft(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const send = () =>
    submitRequest(db, aSite, { draft, leadCouncilId: clerk.councilId, wish: aWish(), viewer: clerk.viewer }, now)
  const sent = await Promise.all(Array.from({ length: 12 }, send))
  expect(new Set(sent.map(({ reference }) => reference)).size).toBe(1)
  const requests = await db.selectFrom('briefing_request').select('id').execute()
  expect(requests).toHaveLength(1)
  const mails = await db.selectFrom('outbox').select('kind').where('kind', '=', 'request-received').execute()
  expect(mails).toHaveLength(1)
})

// Seen to fail with the number read before it is written: several callers then got the same one.
test('twelve requests at once have twelve numbers in a row', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const ask = () => aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const references = await Promise.all(Array.from({ length: 12 }, ask))
  const expected = Array.from({ length: 12 }, (_, index) => `RB-2026-${String(index + 1).padStart(4, '0')}`)
  expect(references.sort()).toEqual(expected)
})

test('numbers start again in a new year, which begins at midnight here', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const asked = { viewer: clerk.viewer, leadCouncilId: clerk.councilId }
  expect(await aRequest(db, asked, Temporal.Instant.from('2026-12-31T22:59:00Z'))).toBe('RB-2026-0001')
  expect(await aRequest(db, asked, Temporal.Instant.from('2026-12-31T23:01:00Z'))).toBe('RB-2027-0001')
})

test('a draft that somebody else saved meanwhile is not sent', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const draft = await aDraft(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const entries = { audience: ['region'] }
  await saveDraft(db, { entries, viewer: clerk.viewer, councilId: clerk.councilId, draft }, now)
  const late = { draft, leadCouncilId: clerk.councilId, wish: aWish(), viewer: clerk.viewer }
  await expect(submitRequest(db, aSite, late, now)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  expect(await db.selectFrom('briefing_request').select('id').execute()).toEqual([])
})

test('a draft is of the council: a colleague opens and saves it, another council finds nothing', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const colleague = await aClerk(db, 'leiderdorp')
  const stranger = await aClerk(db, 'leiden')
  const draft = await aDraft(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const theirs = { access: draftAccess(draft.key, colleague.viewer), version: 1 }
  const entries = { audience: ['council'], remarks: ['Van een collega'] }
  await saveDraft(db, { entries, viewer: colleague.viewer, councilId: clerk.councilId, draft: theirs }, now)
  expect(await findDraft(db, theirs.access)).toMatchObject({ version: 2, entries })
  const access = draftAccess(draft.key, stranger.viewer)
  expect(await findDraft(db, access)).toBeUndefined()
  const attempt = { entries, viewer: stranger.viewer, councilId: undefined, draft: { access, version: 2 } }
  await expect(saveDraft(db, attempt, now)).rejects.toThrow('not found')
  expect(await findDraft(db, draftAccess(draft.key, undefined))).toBeUndefined()
})

// Seen to fail with the version left out of updateDraft: the last of twelve then won in silence.
test('of twelve who save the same draft one wins, the others are told', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const draft = await aDraft(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const save = (text: number) => {
    const entries = { remarks: [`versie ${text}`] }
    return saveDraft(db, { entries, viewer: clerk.viewer, councilId: clerk.councilId, draft }, now)
  }
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => save(index)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
  expect(new Set(refused)).toEqual(new Set(['changed-meanwhile']))
})

test('an offer that changed meanwhile is refused, and nothing is half written', async ({ db }) => {
  const clerk = await aClerk(db, 'leiderdorp')
  const asked = { viewer: clerk.viewer, leadCouncilId: clerk.councilId, wish: { topicIds: ['verdwenen'] } }
  await expect(aRequest(db, asked, now)).rejects.toMatchObject({ code: 'offer-changed' })
  expect(await db.selectFrom('briefing_request').select('id').execute()).toEqual([])
  expect(await db.selectFrom('reference_counter').selectAll().execute()).toEqual([])
})
