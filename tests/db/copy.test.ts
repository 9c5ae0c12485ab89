import { sql } from 'kysely'
import { expect, test } from '#tests/support/database.ts'

test('a test writes in a copy of its own', async ({ db }) => {
  await sql`create table only_here (id int)`.execute(db)
  const { rows } = await sql<{ present: boolean }>`select to_regclass('only_here') is not null as present`.execute(db)
  expect(rows[0]?.present).toBe(true)
})

test('which the next test does not see', async ({ db }) => {
  const { rows } = await sql<{ present: boolean }>`select to_regclass('only_here') is not null as present`.execute(db)
  expect(rows[0]?.present).toBe(false)
})

test('and the copy is migrated', async ({ db }) => {
  const { rows } = await sql<{ tables: number }>`
    select count(*)::int as tables from information_schema.tables where table_schema in ('public', 'graphile_worker')`.execute(
    db,
  )
  expect(rows[0]?.tables).toBeGreaterThan(10)
})
