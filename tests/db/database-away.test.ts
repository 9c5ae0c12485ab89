import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { sql } from 'kysely'
import { connect } from '#db/connection.server.ts'
import { isDatabaseAway } from '#db/database-away.ts'
import { expect, test } from '#tests/support/database.ts'
import { freePort } from '#tests/support/portal-process.ts'

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

test('a database that is not there, is full, stops, or takes too long is away', async ({ database }) => {
  const to = (url: URL, statementTimeoutMs = 500) =>
    connect(url.href, { maxConnections: 1, statementTimeoutMs, onError: () => undefined })
  const here = () => new URL(database.connectionString)
  const nobody = here()
  nobody.port = String(await freePort())
  const nowhere = here()
  nowhere.hostname = 'bestaat.niet.invalid'
  const rude: Server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await once(rude, 'listening')
  const hangsUp = here()
  hangsUp.port = String((rude.address() as { port: number }).port)
  const connections = [
    to(nobody),
    to(nowhere),
    to(hangsUp),
    to(here()),
    to(here()),
    to(here(), 10_000),
    to(here()),
  ] as const
  const [refused, unknown, cutOff, slow, busy, ended, standBy] = connections
  const held = await busy.db.startTransaction().execute()
  const failures = {
    refused: await failureOf(sql`select 1`.execute(refused.db)),
    unknown: await failureOf(sql`select 1`.execute(unknown.db)),
    cutOff: await failureOf(sql`select 1`.execute(cutOff.db)),
    'takes too long': await failureOf(sql`select pg_sleep(5)`.execute(slow.db)),
    'everything in use': await failureOf(sql`select 1`.execute(busy.db)),
    stops: await failureOf(sql`select pg_terminate_backend(pg_backend_pid())`.execute(ended.db)),
    'only reads': await failureOf(
      standBy.db.transaction().execute(async (trx) => {
        await sql`set transaction read only`.execute(trx)
        await sql`update topic set title = title`.execute(trx)
      }),
    ),
  }
  await held.rollback().execute()
  await Promise.all(connections.map(({ close }) => close()))
  rude.close()
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })
  for (const [what, failure] of Object.entries({ ...failures, reset }))
    expect(isDatabaseAway(failure), `${what}: ${failure}`).toBe(true)
})

test('what we asked wrong, and what is no error of a database, is not', async ({ db }) => {
  const mistakes = [
    await failureOf(sql`select from nergens`.execute(db)),
    await failureOf(sql`select 1/0`.execute(db)),
    await failureOf(sql`insert into topic select * from topic`.execute(db)),
    new TypeError('undefined is not a function'),
    Object.assign(new Error('aborted'), { code: 'ECONNRESET' }),
    Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }),
    'Query read timeout',
    undefined,
  ]
  for (const mistake of mistakes) expect(isDatabaseAway(mistake), String(mistake)).toBe(false)
})
