import { sql } from 'kysely'
import { applyRetention } from '#app/use-cases/overseeing/apply-retention.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'

test.use({ template: 'story' })

const terms = { unconfirmed: 14, registration: 28, contact: 365, audit: 365, mail: 90 }
const later = (days: number) => Temporal.Now.instant().add({ hours: 24 * days })

async function counts(db: Db) {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from registration) as registrations,
    (select count(*)::int from registration where facility is not null or question is not null) as needs,
    (select count(*)::int from person where erased_at is not null) as forgotten,
    (select count(*)::int from briefing_request where status = 'awaitingMailbox') as unconfirmed,
    (select count(*)::int from request_draft where briefing_request_id is null) as drafts,
    (select count(*)::int from outbox where recipient <> '') as addressed,
    (select count(*)::int from inbox) as incoming`.execute(db)
  return rows[0] ?? {}
}

test('nothing goes before its day', async ({ db }) => {
  await sql`update request_draft set updated_at = ${later(-13).toString()}`.execute(db)
  const before = await counts(db)
  await applyRetention(
    db,
    { unconfirmed: 36_500, registration: 36_500, contact: 36_500, audit: 36_500, mail: 36_500 },
    later(0),
  )
  expect(await counts(db)).toEqual(before)
})

test('the day after the term the people are gone, the numbers stay, and a second run does nothing more', async ({
  db,
}) => {
  await sql`update briefing_request set status = 'awaitingMailbox' where reference = (select min(reference) from briefing_request where status = 'submitted')`.execute(
    db,
  )
  await sql`update outbox set briefing_request_id = (select id from briefing_request where status = 'awaitingMailbox' limit 1)
    where id = (select id from outbox limit 1)`.execute(db)
  const before = await counts(db)
  expect(before).toMatchObject({ forgotten: 0, incoming: 2 })
  expect(before.unconfirmed).toBeGreaterThan(0)
  await applyRetention(db, terms, later(300))
  const after = await counts(db)
  expect(after.registrations).toBe(before.registrations)
  expect(after).toMatchObject({ needs: 0, unconfirmed: 0, drafts: 0, addressed: 0, incoming: 0 })
  expect(after.forgotten).toBeGreaterThan(3)
  const left = await sql<{
    name: string
  }>`select name from person join registration on registration.person_id = person.id
    where not exists (select from person_role where person_role.person_id = person.id) and name <> ''
      and not exists (select from briefing_request where submitted_by = person.id)`.execute(db)
  expect(new Set(left.rows.map((row) => row.name)).size, JSON.stringify(left.rows)).toBeLessThanOrEqual(1)
  await applyRetention(db, terms, later(301))
  expect(await counts(db)).toEqual(after)
})

test('the audit refuses a change and a deletion by anybody but the retention, which records only counts', async ({
  db,
}) => {
  await expect(db.deleteFrom('audit_event').execute()).rejects.toThrow('append-only')
  await expect(db.updateTable('audit_event').set({ action: 'x' }).execute()).rejects.toThrow('append-only')
  await applyRetention(db, terms, later(800))
  const events = await db.selectFrom('audit_event').select(['action', 'after']).execute()
  expect(events.map((event) => event.action)).toEqual(['retention.applied'])
  expect(Object.values(events[0]?.after as object).every((value) => typeof value === 'number')).toBe(true)
  await expect(db.deleteFrom('audit_event').execute()).rejects.toThrow('append-only')
})
