import { sql } from 'kysely'
import { connect, type Db } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'

const findOne = (db: Db, role: 'planner' | 'administrator') =>
  db.selectFrom('person_role').select('role').where('role', '=', role).limit(1).execute()

const preparedIn = async (db: Db) => {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  return rows.map(({ statement }) => statement)
}

test('a statement that is sent often is prepared, one that is sent now and then is not', async ({ database }) => {
  const { db, close } = connect(database.connectionString, { maxConnections: 1 })
  try {
    for (let sent = 0; sent < 5; sent++) await findOne(db, 'planner')
    expect(await preparedIn(db)).toEqual([])
    await findOne(db, 'planner')
    await findOne(db, 'administrator')
    expect(await preparedIn(db)).toEqual([expect.stringContaining('from "person_role"')])
  } finally {
    await close()
  }
})

// Seen to fail without sending it again, and in the second transaction without forget().
test('a statement whose table gets a column is prepared anew; only a transaction that was open fails', async ({
  database,
}) => {
  const { db, close } = connect(database.connectionString, { maxConnections: 1 })
  const read = (from: Db = db) => from.selectFrom('venue').selectAll().where('name', '=', 'nergens').execute()
  const readOften = async () => {
    for (let sent = 0; sent < 7; sent++) expect(await read()).toEqual([])
  }
  try {
    await readOften()
    await sql`alter table venue add column meanwhile integer`.execute(db)
    await readOften()
    await sql`alter table venue drop column meanwhile`.execute(db)
    const inTransaction = () => db.transaction().execute((trx) => read(trx))
    await expect(inTransaction()).rejects.toThrow('cached plan must not change result type')
    expect(await inTransaction()).toEqual([])
  } finally {
    await close()
  }
})

test('many at once over many connections get their own answers', async ({ database }) => {
  const { db, close } = connect(database.connectionString, { maxConnections: 4 })
  try {
    const given = Array.from({ length: 400 }, (_, number) => number)
    const answers = await Promise.all(
      given.map((number) => sql<{ same: number }>`select ${number}::integer as same`.execute(db)),
    )
    expect(answers.map(({ rows }) => rows[0]?.same)).toEqual(given)
  } finally {
    await close()
  }
})
