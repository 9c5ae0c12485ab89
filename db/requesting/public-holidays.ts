import { sql } from 'kysely'
import type { Db } from '../connection.server.ts'
import { toPlainDate } from '../instant.ts'

/** Days in this stretch on which offices are closed. */
export async function listPublicHolidays(
  db: Db,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<Temporal.PlainDate[]> {
  const rows = await db
    .selectFrom('closed_period')
    .select(sql<string>`lower(during)`.as('day'))
    .where('kind', '=', 'publicHoliday')
    .where(sql<boolean>`during && daterange(${from.toString()}::date, ${until.toString()}::date, '[]')`)
    .execute()
  return rows.map(({ day }) => toPlainDate(day))
}
