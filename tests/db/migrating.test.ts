import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { connect } from '#db/connection.server.ts'
import { migrateToLatest, NewerDatabase } from '#db/migrate.server.ts'
import { migrations } from '#db/migrations/list.ts'
import { expect, test } from '#tests/support/database.ts'

const before = '0017-no-standard-programmes'

test('mail that was waiting, sent or failed before deliveries were kept apart is so afterwards', async ({
  db,
  connectionString,
}) => {
  const name = `before_${crypto.randomUUID().replaceAll('-', '')}`
  await sql`create database ${sql.ref(name)}`.execute(db)
  const url = Object.assign(new URL(connectionString), { pathname: name }).toString()
  const old = connect(url, { maxConnections: 2 })
  try {
    await new Migrator({ db: old.db, provider: { getMigrations: async () => migrations } }).migrateTo(before)
    await sql`
      insert into outbox (dedupe_key, kind, lane, is_dossier, envelope_from, recipient, message_id, subject, raw, state, attempts, doubts,
        next_attempt_at, lease_until, smtp_code, smtp_text, created_at, sent_at)
      values
        ('a', 'invitation', 'lane a', false, '', 'a@raad.example', '<a>', 'A', 'A', 'pending', 0, 0, '2026-11-27T09:05Z', null, null, null, '2026-11-27T09:00Z', null),
        ('b', 'invitation', 'lane b', false, '', 'b@raad.example', '<b>', 'B', 'B', 'sent', 1, 0, '2026-11-27T09:00Z', null, 250, 'taken', '2026-11-27T09:00Z', '2026-11-27T09:01Z'),
        ('c', 'invitation', 'lane c', false, '', 'c@raad.example', '<c>', 'C', 'C', 'inDoubt', 2, 1, '2026-11-27T09:15Z', null, 451, 'later', '2026-11-27T09:00Z', null),
        ('d', 'invitation', 'lane d', false, '', 'd@raad.example', '<d>', 'D', 'D', 'sending', 1, 0, '2026-11-27T09:00Z', '2026-11-27T09:06Z', null, null, '2026-11-27T09:00Z', null)`.execute(
      old.db,
    )
    const kept = sql`dedupe_key, lane, state, attempts, doubts, next_attempt_at, lease_until, smtp_code, smtp_text, sent_at, convert_from(raw, 'UTF8') as text`
    const { rows } = await sql`select ${kept} from outbox order by position`.execute(old.db)
    expect(rows).toHaveLength(4)
    await migrateToLatest(url)
    expect((await sql`select ${kept} from posted_mail order by position`.execute(old.db)).rows).toEqual(rows)
  } finally {
    await old.close()
    await sql`drop database ${sql.ref(name)} with (force)`.execute(db)
  }
})

// Seen to keep the reader waiting for as long as the backup read, until lock_timeout was set.
test('a migration that waits for a backup does not keep visitors waiting, and is done when the backup is', async ({
  db,
  connectionString,
}) => {
  const name = `backup_${crypto.randomUUID().replaceAll('-', '')}`
  await sql`create database ${sql.ref(name)}`.execute(db)
  const url = Object.assign(new URL(connectionString), { pathname: name }).toString()
  const old = connect(url, { maxConnections: 3 })
  try {
    await new Migrator({ db: old.db, provider: { getMigrations: async () => migrations } }).migrateTo(
      '0020-indexes-for-years',
    )
    const backup = await old.db.startTransaction().execute()
    await sql`lock table letter in access share mode`.execute(backup)
    let isMigrated = false
    const migrating = migrateToLatest(url).then(() => {
      isMigrated = true
    })
    const waiting = sql`select from pg_locks where not granted`
    await expect.poll(async () => (await waiting.execute(old.db)).rows.length).toBeGreaterThan(0)
    const asked = performance.now()
    await sql`select from letter`.execute(old.db)
    expect(performance.now() - asked).toBeLessThan(4_000)
    await sleep(100)
    expect(isMigrated).toBe(false)
    await backup.commit().execute()
    await migrating
  } finally {
    await old.close()
    await sql`drop database ${sql.ref(name)} with (force)`.execute(db)
  }
})

test('an older version does not start on what a newer one migrated, and names what it does not know', async ({
  db,
  connectionString,
}) => {
  await sql`insert into kysely_migration (name, timestamp) values ('9999-of-later', ${new Date().toISOString()})`.execute(
    db,
  )
  const refused = await migrateToLatest(connectionString).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(NewerDatabase)
  expect((refused as NewerDatabase).migrations).toEqual(['9999-of-later'])
})
