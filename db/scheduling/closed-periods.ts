import { sql } from 'kysely'
import type { ClosedPeriod } from '#app/domain/scheduling/closed-period.ts'
import type { Db } from '../connection.server.ts'
import { toPlainDate } from '../instant.ts'

/** Recess, holidays and days to avoid that touch these days, both included. */
export async function listClosedPeriods(
  db: Db,
  firstDay: Temporal.PlainDate,
  lastDay: Temporal.PlainDate,
): Promise<ClosedPeriod[]> {
  const rows = await db
    .selectFrom('closed_period')
    .select(['id', 'kind', 'name', 'advice', 'certainty'])
    // PostgreSQL stores a daterange half open: its upper bound is the day after the last closed one.
    .select([sql<string>`lower(during)`.as('first_day'), sql<string>`(upper(during) - 1)::date`.as('last_day')])
    .where(sql<boolean>`during && daterange(${firstDay.toString()}::date, ${lastDay.toString()}::date, '[]')`)
    .orderBy(sql`lower(during)`)
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    advice: row.advice,
    certainty: row.certainty,
    firstDay: toPlainDate(row.first_day),
    lastDay: toPlainDate(row.last_day),
  }))
}
