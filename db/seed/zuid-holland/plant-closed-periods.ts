import type { Trx } from '../../connection.server.ts'
import { closedPeriods } from './closed-periods.ts'

/** Staff move a recess when the school calendar changes: only a missing period is added. */
export async function plantClosedPeriods(trx: Trx): Promise<void> {
  await trx
    .insertInto('closed_period')
    .values(
      closedPeriods.map(({ firstDay, lastDay, ...period }) => ({ ...period, during: `[${firstDay},${lastDay}]` })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
