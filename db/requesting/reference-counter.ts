import { sql } from 'kysely'
import type { Trx } from '../connection.server.ts'

/** The next number of this year. The row stays locked until the transaction ends, so no number is given twice and none is skipped. */
export async function nextReferenceNumber(trx: Trx, year: number): Promise<number> {
  const { last_number } = await trx
    .insertInto('reference_counter')
    .values({ year, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ last_number: sql<number>`reference_counter.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return last_number
}
