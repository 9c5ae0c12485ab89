import { sql } from 'kysely'
import { dateInAmsterdam, formatTime } from '#app/domain/calendar-text.ts'
import { warningsFor } from '#app/domain/scheduling/closed-period.ts'
import { processMail } from '#app/use-cases/inviting/take-in-mail.ts'
import { chooseEvening } from '#app/use-cases/requesting/choose-evening.ts'
import { proposeEvenings } from '#app/use-cases/requesting/propose-evenings.ts'
import type { Db } from '#db/connection.server.ts'
import { toInstant } from '#db/instant.ts'
import { listUnprocessedMail } from '#db/inviting/inbox.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { seedDemo } from '#db/seed/seed.server.ts'
import { closedPeriods } from '#db/seed/zuid-holland/closed-periods.ts'
import { expect, test } from '#tests/support/database.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'

const NOW = Temporal.Instant.from('2026-11-23T20:00:00Z')

async function valuesOf(db: Db, table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct ${sql.ref(column)} as value from ${sql.table(table)} order by 1`.execute(db)
  return rows.map(({ value }) => value)
}

test('every status is there once or more', async ({ db }) => {
  await seedDemo(db, NOW)
  expect(await valuesOf(db, 'briefing_request', 'status')).toEqual(
    [
      'awaitingMailbox',
      'awaitingCoRequesters',
      'submitted',
      'inTreatment',
      'questionAsked',
      'proposalMade',
      'optioned',
      'confirmed',
      'held',
      'completed',
      'bundled',
      'split',
      'declined',
      'withdrawn',
    ].sort(),
  )
  expect(await db.selectFrom('request_draft').select('id').execute()).toHaveLength(1)
  expect(await valuesOf(db, 'briefing_session', 'status')).toEqual(
    ['draft', 'option', 'published', 'changed', 'cancelled', 'held'].sort(),
  )
  expect(await valuesOf(db, 'registration', 'place')).toEqual(
    ['seat', 'waiting', 'offered', 'expired', 'unregistered', 'removed', 'attended', 'missed'].sort(),
  )
  expect(await valuesOf(db, 'registration', 'answer')).toEqual(['maybe', 'no', 'none', 'yes'])
  expect(await valuesOf(db, 'reply', 'door')).toEqual(['calendar', 'clerk', 'link', 'staff'])
  expect(await valuesOf(db, 'invitation', 'state')).toEqual(['cancelled', 'ready', 'sent', 'undelivered'])
  expect(await valuesOf(db, 'briefing_request_council', 'state')).toEqual(['declined', 'invited', 'joined'])
})

test('the proposal that lies with a council has three evenings to come, and nothing speaks against one of them', async ({
  db,
}) => {
  await seedDemo(db, NOW)
  const proposed = await db
    .selectFrom('proposed_evening')
    .innerJoin('proposal', 'proposal.id', 'proposed_evening.proposal_id')
    .innerJoin('briefing_request', 'briefing_request.id', 'proposal.briefing_request_id')
    .select(['briefing_request.status', 'starts_at', 'ends_at'])
    .orderBy('position')
    .execute()
  expect(proposed.map(({ status }) => status)).toEqual(Array(3).fill('proposalMade'))
  const today = dateInAmsterdam(NOW)
  const planning = { closedPeriods, councils: [{ name: 'Leiden', usualEvenings: [4] }], today, minimumNoticeWeeks: 3 }
  for (const { starts_at } of proposed) expect(warningsFor(dateInAmsterdam(toInstant(starts_at)), planning)).toEqual([])
})

test('when none of the proposed evenings fits, staff can propose others', async ({ db }) => {
  await seedDemo(db, NOW)
  const { reference } = await db
    .selectFrom('briefing_request')
    .select('reference')
    .where('status', '=', 'proposalMade')
    .executeTakeFirstOrThrow()
  const { viewer } = await aClerk(db, 'leiden')
  const { personId: staffId } = await aPerson(db, [{ role: 'planner' }])
  const made = await findBriefingRequestByReference(db, reference)
  const [proposal] = made?.proposals ?? []
  if (!proposal) throw new Error('The story has no proposal')
  const none = { reference, proposalId: proposal.id, position: undefined, remark: 'Liever een week later.' }
  await chooseEvening(db, aSite, { ...none, viewer }, NOW)
  const { version = 0 } = (await findBriefingRequestByReference(db, reference)) ?? {}
  const later = proposal.evenings.map(({ start, end, reason }) => ({
    start: start.add({ hours: 7 * 24 }),
    end: end.add({ hours: 7 * 24 }),
    reason,
  }))
  await proposeEvenings(db, aSite, { reference, version, evenings: later, staffId }, NOW)
  expect(await findBriefingRequestByReference(db, reference)).toMatchObject({ status: 'proposalMade' })
})

test('a second run adds nothing, also months later and ten at once', async ({ db }) => {
  await Promise.all(Array.from({ length: 10 }, () => seedDemo(db, NOW)))
  const count = async () => {
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from briefing_request) + (select count(*) from person) + (select count(*) from registration)
        + (select count(*) from audit_event) as n`.execute(db)
    return rows[0]?.n
  }
  const before = await count()
  expect(before).toBeGreaterThan(50)
  await seedDemo(db, NOW.add({ hours: 24 * 90 }))
  expect(await count()).toBe(before)
})

test('nobody is real: every address is under .example and every name is Voorbeeld', async ({ db }) => {
  await seedDemo(db, NOW)
  const addresses = await db.selectFrom('email_address').select('address').execute()
  expect(addresses.filter(({ address }) => !/\.example$/.test(address))).toEqual([])
  const people = await db.selectFrom('person').select('name').execute()
  expect(people.filter(({ name }) => !/( Voorbeeld$)|^(Demo Spreker|Raadzaal) /.test(name))).toEqual([])
  const speakers = await db.selectFrom('speaker').select('name').execute()
  expect(speakers.filter(({ name }) => !name.startsWith('Demo Spreker '))).toEqual([])
  const venues = await db.selectFrom('venue').select(['address', 'capacity']).execute()
  expect(venues.filter(({ address, capacity }) => address !== '' || capacity !== null)).toEqual([])
})

test('only councils of the Leidse regio carry the number of its letter', async ({ db }) => {
  await seedDemo(db, NOW)
  const rows = await db
    .selectFrom('briefing_request')
    .innerJoin('briefing_request_council', 'briefing_request_id', 'briefing_request.id')
    .innerJoin('council', 'council.id', 'council_id')
    .innerJoin('municipality', 'municipality.id', 'municipality_id')
    .select(['slug', 'dos_number'])
    .where('is_lead', '=', true)
    .execute()
  const leidseRegio = ['leiden', 'leiderdorp', 'oegstgeest', 'voorschoten', 'zoeterwoude']
  for (const { slug, dos_number } of rows) {
    expect(dos_number, slug).toBe(leidseRegio.includes(slug) ? 'DOS-2026-0001081' : null)
  }
  expect(rows.some(({ dos_number }) => dos_number === null)).toBe(true)
})

// The last Sunday of March and of October, New Year, a day in summer recess, an ordinary day.
for (const now of [
  '2027-03-28T00:30:00Z',
  '2026-10-25T00:30:00Z',
  '2026-12-31T23:30:00Z',
  '2027-07-25T12:00:00Z',
  '2027-11-10T12:00:00Z',
]) {
  test(`on ${now} every evening starts at 19.30 on a day that suits`, async ({ db }) => {
    const at = Temporal.Instant.from(now)
    await seedDemo(db, at)
    const sessions = await db.selectFrom('briefing_session').select(['title', 'status', 'starts_at']).execute()
    expect(sessions).toHaveLength(7)
    for (const { title, status, starts_at } of sessions) {
      const start = toInstant(starts_at)
      const day = dateInAmsterdam(start)
      expect(formatTime(start), title).toBe('19.30')
      expect(warningsFor(day, { closedPeriods, councils: [], today: day, minimumNoticeWeeks: 0 }), title).toEqual([])
      expect(Temporal.Instant.compare(start, at) < 0, title).toBe(status === 'held')
    }
  })
}

test('no one has answered or registered in the future, and nobody twice for one evening', async ({ db }) => {
  await seedDemo(db, NOW)
  const late = await db
    .selectFrom('registration')
    .select('id')
    .where((row) => row.or([row('registered_at', '>', NOW.toString()), row('answered_at', '>', NOW.toString())]))
    .execute()
  expect(late).toEqual([])
  const answersWithoutReply = await db
    .selectFrom('registration')
    .leftJoin('reply', (join) =>
      join.onRef('reply.registration_id', '=', 'registration.id').onRef('reply.answer', '=', 'registration.answer'),
    )
    .select('registration.id')
    .where('registration.answer', '<>', 'none')
    .where('reply.id', 'is', null)
    .execute()
  expect(answersWithoutReply).toEqual([])
})

test('what came in is for the intake to judge: a yes from elsewhere with a guess whose it is, and a note by hand', async ({
  db,
}) => {
  await seedDemo(db, NOW)
  const site = { ...aSite, mailDomain: 'briefings.example' }
  for (const inboxId of await listUnprocessedMail(db, 10))
    expect(await processMail(db, site, { inboxId, authservId: undefined }, NOW)).toMatchObject({ outcome: 'settled' })
  const judged = await db
    .selectFrom('inbox')
    .leftJoin('person', 'person.id', 'inbox.person_id')
    .select(['inbox.state', 'inbox.finding', 'person.name'])
    .orderBy('inbox.received_at')
    .execute()
  expect(judged).toEqual([
    { state: 'review', finding: 'reply:ACCEPTED', name: 'Rob Voorbeeld' },
    { state: 'review', finding: 'not-itip', name: 'Ria Voorbeeld' },
  ])
})

test('no bijeenkomst is told to have been before it was', async ({ db }) => {
  await seedDemo(db, NOW)
  const told = await db
    .selectFrom('audit_event')
    .innerJoin('briefing_session_request as link', 'link.briefing_request_id', 'audit_event.briefing_request_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'link.briefing_session_id')
    .select(['briefing_session.title', 'briefing_session.ends_at', 'audit_event.at'])
    .where('audit_event.action', '=', 'briefingRequest.held')
    .execute()
  expect(told.length).toBeGreaterThan(1)
  const tooEarly = told.filter(({ ends_at, at }) => Temporal.Instant.compare(toInstant(at), toInstant(ends_at)) < 0)
  expect(tooEarly.map(({ title }) => title)).toEqual([])
})
