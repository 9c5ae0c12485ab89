import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { sql } from 'kysely'
import { connect } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'

/** A wire to the real server that somebody can hold: what is sent then arrives nowhere, and nobody is told. */
async function wireTo(connectionString: string) {
  const { hostname, port } = new URL(connectionString)
  const sockets: Socket[] = []
  let isHeld = false
  const wire = createServer((near) => {
    const far = dial(Number(port), hostname)
    sockets.push(near, far)
    near.on('data', (bytes) => isHeld || far.write(bytes)).on('error', () => far.destroy())
    far.on('data', (bytes) => isHeld || near.write(bytes)).on('error', () => near.destroy())
    near.on('close', () => far.destroy())
  })
  await new Promise<void>((done) => wire.listen(0, '127.0.0.1', done))
  const address = new URL(connectionString)
  address.host = `127.0.0.1:${(wire.address() as AddressInfo).port}`
  return {
    connectionString: address.toString(),
    hold: () => {
      isHeld = true
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      wire.close()
    },
  }
}

// Seen to fail without query_timeout (the first waited for ever) and without connectionTimeoutMillis (the last did).
test('a server that falls silent is an error after a while: for who is asking, who comes next, and who arrives', async ({
  database,
}) => {
  test.setTimeout(60_000)
  const wire = await wireTo(database.connectionString)
  const atMost = { maxConnections: 1, statementTimeoutMs: 1_000 }
  const [known, arriving] = [connect(wire.connectionString, atMost), connect(wire.connectionString, atMost)]
  try {
    expect((await sql<{ one: number }>`select 1 as one`.execute(known.db)).rows).toEqual([{ one: 1 }])
    wire.hold()
    const asked = [known, known, arriving].map(({ db }) => sql`select 2`.execute(db))
    const outcomes = await Promise.allSettled(asked)
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected' })
  } finally {
    wire.stop()
    await Promise.all([known.close(), arriving.close()])
  }
})
