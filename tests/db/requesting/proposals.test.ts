import { sql } from 'kysely'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { chosenEvening } from '#app/domain/requesting/proposal.ts'
import { acceptRequest } from '#app/use-cases/requesting/accept-request.ts'
import { chooseEvening } from '#app/use-cases/requesting/choose-evening.ts'
import { declineRequest } from '#app/use-cases/requesting/decline-request.ts'
import { foreseeProposing, proposeEvenings } from '#app/use-cases/requesting/propose-evenings.ts'
import { setDosNumber } from '#app/use-cases/requesting/set-dos-number.ts'
import { withdrawProposal } from '#app/use-cases/requesting/withdraw-proposal.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { insertProposal } from '#db/requesting/proposals.ts'
import { expect, test } from '#tests/support/database.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson, councilOf, viewerOf } from '#tests/support/people.ts'
import { aProposal, aProposedEvening } from '#tests/support/proposals.ts'
import { aRequest } from '#tests/support/requests.ts'
import { aPlan } from '#tests/support/sessions.ts'

const now = Temporal.Instant.from('2026-11-23T20:00:00Z')
const later = now.add({ hours: 3 })
const evenings = [aProposedEvening(now, 8), aProposedEvening(now, 9), aProposedEvening(now, 10)]

/** An accepted request of the council, which another council may have been asked along for. */
async function accepted(db: Db, { slug = 'leiderdorp', along = [] as string[] } = {}) {
  const clerk = await aClerk(db, slug)
  const staff = await aPerson(db, [{ role: 'planner' }])
  const coCouncilIds = await Promise.all(along.map((each) => councilOf(db, each)))
  const wish = along.length > 0 ? { audience: 'councils' as const, coCouncilIds } : {}
  const reference = await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId, wish }, now)
  if (along.length > 0)
    await db.updateTable('briefing_request').set({ status: 'submitted' }).where('reference', '=', reference).execute()
  await acceptRequest(db, aSite, { reference, version: 1, staffId: staff.personId }, now)
  return { clerk, staff, staffId: staff.personId, reference }
}

async function proposed(db: Db, asked: Parameters<typeof accepted>[1] = {}) {
  const made = await accepted(db, asked)
  const { reference, staffId } = made
  return { ...made, proposalId: await aProposal(db, { reference, staffId }, now) }
}

const find = (db: Db, reference: string) => findBriefingRequestByReference(db, reference)

function choice(
  { reference, proposalId }: { reference: string; proposalId: string },
  viewer: Viewer,
  position: number | undefined = 1,
  remark = '',
) {
  return { reference, proposalId, position, remark, viewer }
}

async function mails(db: Db) {
  const rows = await db.selectFrom('outbox').select(['kind', 'recipient']).orderBy('position').execute()
  return rows.filter(({ kind }) => kind.startsWith('evening-'))
}

async function audit(db: Db) {
  const rows = await db
    .selectFrom('audit_event')
    .select(['action', 'actor_id', 'after'])
    .where('briefing_request_id', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.slice(2)
}

test('staff propose, the council chooses: every step in the status, the audit and a mail', async ({ db }) => {
  const { clerk, staff, staffId, reference } = await accepted(db)
  await proposeEvenings(db, aSite, { reference, version: 2, evenings, staffId }, now)
  const open = await find(db, reference)
  expect(open).toMatchObject({ status: 'proposalMade', version: 3, waitingSince: now })
  expect(open?.proposals).toMatchObject([
    { proposedBy: { personId: staffId }, proposedAt: now, answeredAt: undefined, withdrawnAt: undefined },
  ])
  expect(open?.proposals[0]?.evenings).toEqual(evenings.map((each, at) => ({ ...each, position: at + 1 })))

  const proposalId = open?.proposals[0]?.id ?? ''
  await chooseEvening(db, aSite, choice({ reference, proposalId }, clerk.viewer, 2, 'Graag op tijd.'), later)
  const chosen = await find(db, reference)
  expect(chosen).toMatchObject({ status: 'inTreatment', version: 4, waitingSince: later })
  expect(chosen?.proposals).toMatchObject([{ chosenPosition: 2, remark: 'Graag op tijd.', answeredAt: later }])
  expect(await mails(db)).toEqual([
    { kind: 'evening-proposed', recipient: clerk.address },
    { kind: 'evening-chosen', recipient: staff.address },
  ])
  expect(await audit(db)).toMatchObject([
    {
      action: 'briefingRequest.proposed',
      actor_id: staffId,
      after: { status: 'proposalMade', evenings: evenings.map(({ start }) => start.toString()) },
    },
    {
      action: 'briefingRequest.eveningChosen',
      actor_id: clerk.personId,
      after: { status: 'inTreatment', evening: evenings[1]?.start.toString() },
    },
  ])
})

test('none of these evenings: staff hear what does fit, and may propose again', async ({ db }) => {
  const made = await proposed(db)
  const { clerk, staffId, reference } = made
  await chooseEvening(db, aSite, { ...choice(made, clerk.viewer), position: undefined, remark: 'In maart.' }, later)
  expect(await find(db, reference)).toMatchObject({
    status: 'inTreatment',
    proposals: [{ chosenPosition: undefined, remark: 'In maart.', answeredAt: later }],
  })
  expect((await audit(db)).at(-1)).toMatchObject({ action: 'briefingRequest.noEveningChosen' })
  await proposeEvenings(db, aSite, { reference, version: 4, evenings, staffId }, later)
  expect((await find(db, reference))?.proposals.map(({ answeredAt }) => answeredAt !== undefined)).toEqual([
    true,
    false,
  ])
  expect(await mails(db)).toHaveLength(3)
})

// Seen to fail with no mail to anybody.
test('of whoever asked and has left since, the colleagues hear the answer', async ({ db }) => {
  const { clerk, staffId, reference, ...made } = await proposed(db)
  const colleague = await aPerson(db, [{ role: 'planner' }])
  await db
    .updateTable('person_role')
    .set({ during: '[2020-01-01,2026-11-01)' })
    .where('person_id', '=', staffId)
    .execute()
  await chooseEvening(db, aSite, choice({ reference, ...made }, clerk.viewer), later)
  expect(await mails(db)).toContainEqual({ kind: 'evening-chosen', recipient: colleague.address })
})

test('staff take it back: no mail, and a choice that comes after is told so', async ({ db }) => {
  const made = await proposed(db)
  const { clerk, staffId, reference } = made
  await Promise.all(Array.from({ length: 10 }, () => withdrawProposal(db, { reference, version: 3, staffId }, later)))
  expect(await find(db, reference)).toMatchObject({
    status: 'inTreatment',
    version: 4,
    proposals: [{ withdrawnAt: later, answeredAt: undefined }],
  })
  expect(await mails(db)).toHaveLength(1)
  expect((await audit(db)).at(-1)).toMatchObject({ action: 'briefingRequest.proposalWithdrawn', actor_id: staffId })
  await expect(chooseEvening(db, aSite, choice(made, clerk.viewer), later)).rejects.toMatchObject({
    code: 'proposal-closed',
    facts: { why: 'withdrawn' },
  })
  expect(await find(db, reference)).toMatchObject({ status: 'inTreatment', version: 4 })
})

test('what was chosen stays chosen: another choice in a second tab and taking back come too late', async ({ db }) => {
  const made = await proposed(db)
  const { clerk, staffId, reference } = made
  await chooseEvening(db, aSite, choice(made, clerk.viewer, 1), later)
  await expect(chooseEvening(db, aSite, choice(made, clerk.viewer, 2), later)).rejects.toMatchObject({
    code: 'proposal-closed',
    facts: { why: 'answered' },
  })
  await expect(withdrawProposal(db, { reference, version: 3, staffId }, later)).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
  await expect(withdrawProposal(db, { reference, version: 4, staffId }, later)).rejects.toMatchObject({
    code: 'step-not-possible',
  })
  expect((await find(db, reference))?.proposals).toMatchObject([{ chosenPosition: 1, withdrawnAt: undefined }])
})

test('only a request in treatment without an evening gets a proposal, and only of evenings to come', async ({ db }) => {
  const { reference, staffId } = await accepted(db)
  const order = { reference, version: 2, evenings, staffId }
  const past = [aProposedEvening(now, -1)]
  await expect(proposeEvenings(db, aSite, { ...order, evenings: past }, now)).rejects.toMatchObject({
    code: 'evening-already-past',
  })
  const councilIds = [await councilOf(db, 'leiderdorp')]
  const start = aProposedEvening(now, 12).start
  const plan = aPlan({ start, end: start.add({ minutes: 90 }) })
  const id = '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11'
  await planSession(db, aSite, { id, reference, councilIds, plan, staffId }, now)
  await expect(proposeEvenings(db, aSite, { ...order, version: 3 }, now)).rejects.toMatchObject({
    code: 'request-already-planned',
  })
  const second = await proposed(db, { slug: 'gouda' })
  await expect(
    proposeEvenings(db, aSite, { reference: second.reference, version: 3, evenings, staffId }, now),
  ).rejects.toMatchObject({ code: 'step-not-possible' })
  await declineRequest(
    db,
    aSite,
    { reference: second.reference, version: 3, reason: 'tooSoon', alternative: 'In maart.', staffId },
    later,
  )
  await expect(chooseEvening(db, aSite, choice(second, second.clerk.viewer), later)).rejects.toMatchObject({
    code: 'step-not-possible',
  })
})

test('an evening that has been meanwhile cannot be chosen; another, or none, can', async ({ db }) => {
  const made = await proposed(db)
  const { clerk } = made
  const afterwards = aProposedEvening(now, 8).end
  await expect(chooseEvening(db, aSite, choice(made, clerk.viewer, 1), afterwards)).rejects.toMatchObject({
    code: 'evening-already-past',
  })
  await expect(chooseEvening(db, aSite, choice(made, clerk.viewer, 3), afterwards)).rejects.toThrow('not found')
  await chooseEvening(db, aSite, choice(made, clerk.viewer, 2), afterwards)
  expect(await find(db, made.reference)).toMatchObject({ status: 'inTreatment' })
})

test('a choice fills in one evening: called off, it counts no more', async ({ db }) => {
  const made = await proposed(db)
  const { clerk, reference, staffId } = made
  await chooseEvening(db, aSite, choice(made, clerk.viewer, 1), now)
  const chosenNow = async () => chosenEvening((await find(db, reference)) ?? { proposals: [] })
  expect(await chosenNow()).toMatchObject({ reason: evenings[0]?.reason })
  const id = '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c12'
  const plan = aPlan({ start: evenings[0]?.start, end: evenings[0]?.end })
  await planSession(db, aSite, { id, reference, councilIds: [clerk.councilId], plan, staffId }, later)
  expect(await chosenNow()).toBeDefined()
  await cancelSession(db, aSite, { id, version: 1, reason: 'De spreker is ziek.', staffId }, later)
  expect(await chosenNow()).toBeUndefined()
})

test('a council that was asked along, another council and staff choose nothing', async ({ db }) => {
  const made = await proposed(db, { along: ['leiden'] })
  const along = await aClerk(db, 'leiden')
  const stranger = await aClerk(db, 'gorinchem')
  for (const viewer of [along.viewer, stranger.viewer, viewerOf(made.staff)])
    await expect(chooseEvening(db, aSite, choice(made, viewer), later)).rejects.toThrow('not found')
  const other = await proposed(db, { slug: 'gouda' })
  const elsewhere = { reference: other.reference, proposalId: made.proposalId }
  await expect(chooseEvening(db, aSite, choice(elsewhere, other.clerk.viewer), later)).rejects.toThrow('not found')
  expect(await find(db, made.reference)).toMatchObject({ status: 'proposalMade', version: 3 })
})

// Seen to fail without the lock of the request: all ten chose, with ten mails and ten lines in the audit; and with a choice that does not know itself again.
test('of ten choosers at once one chooses, the others are told; one button pressed ten times is one choice', async ({
  db,
}) => {
  const made = await proposed(db)
  const clerks = await Promise.all(Array.from({ length: 10 }, () => aClerk(db, 'leiderdorp')))
  const outcomes = await Promise.allSettled(
    clerks.map(({ viewer }, at) => chooseEvening(db, aSite, choice(made, viewer, (at % 2) + 1, `Keus ${at}`), later)),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
  expect(new Set(refused)).toEqual(new Set(['proposal-closed']))
  expect(await find(db, made.reference)).toMatchObject({ status: 'inTreatment', version: 4 })
  expect((await audit(db)).map(({ action }) => action)).toEqual([
    'briefingRequest.proposed',
    'briefingRequest.eveningChosen',
  ])

  const { reference, staffId } = made
  const order = { reference, version: 4, evenings, staffId }
  await Promise.all(Array.from({ length: 10 }, () => proposeEvenings(db, aSite, order, later)))
  const proposalId = (await find(db, reference))?.proposals.at(-1)?.id ?? ''
  const pressed = choice({ reference, proposalId }, made.clerk.viewer, 3)
  await Promise.all(Array.from({ length: 10 }, () => chooseEvening(db, aSite, pressed, later)))
  expect(await find(db, reference)).toMatchObject({ status: 'inTreatment', version: 6 })
  const kinds = (await mails(db)).map(({ kind }) => kind)
  expect(kinds).toEqual(['evening-proposed', 'evening-chosen', 'evening-proposed', 'evening-chosen'])
})

test('what would be sent is foreseen, and nothing of it is kept', async ({ db }) => {
  const { reference, staffId } = await accepted(db)
  const order = { reference, version: 2, evenings, staffId }
  expect(await foreseeProposing(db, aSite, order, later)).toMatchObject({
    kinds: [{ kind: 'evening-proposed', name: 'Voorstel', calendar: 'none', mails: 1 }],
    withheld: [],
  })
  expect(await find(db, reference)).toMatchObject({ status: 'inTreatment', proposals: [] })
  expect(await mails(db)).toEqual([])
})

test('without a DOS-nummer the proposal waits, and leaves with the number only while it is open', async ({ db }) => {
  const one = await proposed(db, { slug: 'gouda' })
  const other = await proposed(db, { slug: 'dordrecht' })
  const declined = await proposed(db, { slug: 'papendrecht' })
  const no = { reason: 'tooSoon', alternative: 'In maart.', staffId: declined.staffId } as const
  await declineRequest(db, aSite, { reference: declined.reference, version: 3, ...no }, later)
  expect(await mails(db)).toEqual([])
  await withdrawProposal(db, { reference: other.reference, version: 3, staffId: other.staffId }, later)
  for (const [{ reference, staffId }, version] of [[one, 3] as const, [other, 4] as const, [declined, 4] as const])
    await setDosNumber(db, aSite, { reference, version, dosNumber: 'DOS-2026-0002222', staffId }, later)
  expect(await mails(db)).toEqual([{ kind: 'evening-proposed', recipient: one.clerk.address }])
})

test('the database itself keeps one to three evenings, in order, of one open proposal', async ({ db }) => {
  const { reference, staffId, proposalId } = await proposed(db)
  const { id: briefingRequestId = '' } = (await find(db, reference)) ?? {}
  const insert = (given: typeof evenings) =>
    db.transaction().execute(async (trx) => {
      await sql`update proposal set withdrawn_by = proposed_by, withdrawn_at = proposed_at where id = ${proposalId}`.execute(
        trx,
      )
      await insertProposal(trx, { briefingRequestId, proposedBy: staffId, evenings: given }, now)
    })
  const [best, second, third] = evenings as [(typeof evenings)[0], (typeof evenings)[0], (typeof evenings)[0]]
  await expect(insert([best, second, third, aProposedEvening(now, 11)])).rejects.toThrow('position_check')
  await expect(insert([{ ...best, end: best.start }])).rejects.toThrow('evening_lasts')
  await expect(insert([best, best])).rejects.toThrow('starts_at_key')
  const bare = { briefing_request_id: briefingRequestId, proposed_by: staffId, proposed_at: now.toString() }
  const over = { withdrawn_by: staffId, withdrawn_at: now.toString() }
  await expect(
    db
      .insertInto('proposal')
      .values({ ...bare, ...over })
      .execute(),
  ).rejects.toThrow('proposal_has_an_evening')
  await expect(db.insertInto('proposal').values(bare).execute()).rejects.toThrow('one_open_proposal')
  const answer = { answered_by: staffId, answered_at: now.toString() }
  const change = (values: object) => db.updateTable('proposal').set(values).where('id', '=', proposalId).execute()
  await expect(change({ ...answer, chosen_position: 3 })).rejects.toThrow('chosen_is_proposed')
  await expect(change({ chosen_position: 1 })).rejects.toThrow('chosen_in_an_answer')
  await expect(change({ ...answer, ...over })).rejects.toThrow('answered_or_withdrawn')
  await db.deleteFrom('proposal').where('id', '=', proposalId).execute()
  expect(
    await db.selectFrom('proposed_evening').select('position').where('proposal_id', '=', proposalId).execute(),
  ).toEqual([])
})
