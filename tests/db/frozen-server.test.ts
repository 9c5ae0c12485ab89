import { sql } from 'kysely'
import { connect } from '#db/connection.server.ts'
import { isDatabaseAway } from '#db/database-away.ts'
import { expect, test } from '#tests/support/database.ts'
import { wireTo } from '#tests/support/wire.ts'

const ones = (rows: unknown) => ({ rows: [{ one: rows }] })

// Seen to fail without query_timeout (the first waited for ever) and without connectionTimeoutMillis (the last did).
test('a server that falls silent is an error after a while: for who is asking, who comes next, and who arrives', async ({
  database,
}) => {
  test.setTimeout(60_000)
  const wire = await wireTo(database.connectionString)
  const atMost = { maxConnections: 1, statementTimeoutMs: 1_000 }
  const [known, arriving] = [connect(wire.connectionString, atMost), connect(wire.connectionString, atMost)]
  try {
    expect(await sql`select 1 as one`.execute(known.db)).toMatchObject(ones(1))
    wire.hold()
    const asked = [known, known, arriving].map(({ db }) => sql`select 2`.execute(db))
    const outcomes = await Promise.allSettled(asked)
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected' })
      expect(outcome.status === 'rejected' && isDatabaseAway(outcome.reason), String(outcome)).toBe(true)
    }
  } finally {
    wire.stop()
    await Promise.all([known.close(), arriving.close()])
  }
})

// Without hanging up, whoever gets the same line next waits as long again, for as long as it lies in the pool.
test('a line on which the server fell silent is not used again, not even to take back what was begun', async ({
  database,
}) => {
  test.setTimeout(60_000)
  const wire = await wireTo(database.connectionString)
  const { db, close } = connect(wire.connectionString, { maxConnections: 1, statementTimeoutMs: 1_000 })
  try {
    const began = performance.now()
    const outcome = await db
      .transaction()
      .execute(async (trx) => {
        await sql`select 1`.execute(trx)
        wire.hold()
        await sql`select ${2}::int`.execute(trx)
      })
      .catch((error: unknown) => error)
    expect(isDatabaseAway(outcome), String(outcome)).toBe(true)
    expect(performance.now() - began).toBeLessThan(9_000)
    wire.letGo()
    const again = performance.now()
    expect(await sql`select 3 as one`.execute(db)).toMatchObject(ones(3))
    expect(performance.now() - again).toBeLessThan(1_000)
  } finally {
    wire.stop()
    await close()
  }
})
