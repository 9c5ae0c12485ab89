import { sql } from 'kysely'
import { followContentChanges } from '#app/web/content-changes.server.ts'
import { listener } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'
import { wireTo } from '#tests/support/wire.ts'

test('every process hears of a change in what public pages show, and of nothing else', async ({
  db,
  connectionString,
}) => {
  const client = listener(connectionString)
  await client.connect()
  const heard: (string | undefined)[] = []
  client.on('notification', (message) => heard.push(message.payload))
  await client.query('listen content_changed')

  await sql`update council set usual_evenings = usual_evenings where municipality_id = 'gm0547'`.execute(db)
  await sql`update council set usual_evenings = '{2}' where municipality_id = 'gm0547'`.execute(db)
  await sql`update topic set title = title || '.' where id = 'wonen'`.execute(db)
  await sql`delete from rate_limit`.execute(db)
  // Heard in the order of their commits: after this one nothing of the above is still on its way.
  await sql`notify content_changed, 'the last'`.execute(db)

  await expect.poll(() => heard).toContain('the last')
  expect(heard).toEqual(['council', 'topic', 'the last'])
  await client.end()
})

// Seen to fail without the heartbeat: pages went on being kept, and a change went by.
test('a line that was cut without a word is noticed, and what changed meanwhile is not missed', async ({
  db,
  connectionString,
}) => {
  const wire = await wireTo(connectionString)
  const pages = { isListening: false, forgotten: 0, forget: () => void pages.forgotten++ }
  const quick = { retry: 50, heartbeat: 100, silence: 500 }
  const following = followContentChanges(wire.connectionString, pages, { warn: () => {} }, quick)
  try {
    await expect.poll(() => pages.isListening).toBe(true)
    wire.hold()
    await expect.poll(() => pages.isListening, 'nothing is kept').toBe(false)
    await sql`update topic set title = title || '.' where id = 'wonen'`.execute(db)
    wire.letGo()
    const before = pages.forgotten
    await expect.poll(() => pages.isListening).toBe(true)
    expect(pages.forgotten).toBeGreaterThan(before)
  } finally {
    await following.stop()
    wire.stop()
  }
})
