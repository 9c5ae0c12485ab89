import { sql } from 'kysely'
import type { Db } from '#db/connection.server.ts'
import { claimDueMails } from '#db/inviting/claiming.ts'
import { expect, test } from '#tests/support/database.ts'
import { setDelivery } from '#tests/support/deliveries.ts'
import { someMails } from '#tests/support/outbox.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')

/** How many entries of the lanes were read since the database began to count. */
async function lanesRead(db: Db): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(db)
  const { rows } = await sql<{ read: number }>`
    select idx_tup_read as read from pg_stat_user_indexes where indexrelname = 'delivery_lane'`.execute(db)
  return rows[0]?.read ?? Number.NaN
}

// Seen to fail with 15,300: each mail was compared with every open one.
test('a claim looks at the lanes of what it takes, also when the database takes the open mails for a handful', async ({
  db,
}) => {
  await someMails(db, 300, now)
  await setDelivery(db, { state: 'sent' })
  await sql`analyze delivery`.execute(db)
  await someMails(db, 300, now)
  const before = await lanesRead(db)
  expect(await claimDueMails(db, { limit: 50, leaseUntil: now.add({ minutes: 5 }) }, now)).toHaveLength(50)
  expect((await lanesRead(db)) - before).toBeLessThanOrEqual(100)
})
