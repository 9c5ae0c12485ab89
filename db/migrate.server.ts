import { setTimeout as sleep } from 'node:timers/promises'
import { runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration'
import { connect, type Db } from './connection.server.ts'
import { isHeldByOthers } from './database-away.ts'
import { migrations } from './migrations/list.ts'

/** A later version of the code has been here: this one does not know what it would write into. */
export class NewerDatabase extends Error {
  readonly migrations: string[]
  constructor(names: string[]) {
    super(`the database has migrations of a later version: ${names.join(', ')}`)
    this.name = 'NewerDatabase'
    this.migrations = names
  }
}

/**
 * How long a migration waits for a table, and lets others pass before it tries again, in milliseconds. Whoever wants the table after it waits as long: without
 * this a backup that reads everything would keep every visitor waiting until it ends.
 */
const patience = { lock: 2_000, pause: 1_000, tries: 200 }

/**
 * Brings the schema and the job queue's own tables up to date. Safe to run from several processes at once: both take a lock.
 * @throws NewerDatabase
 */
export async function migrateToLatest(connectionString: string): Promise<void> {
  const { db, pool, close } = connect(connectionString, {
    maxConnections: 2,
    statementTimeoutMs: 120_000,
    lockTimeoutMs: patience.lock,
  })
  try {
    await whenOthersLetGo(async () => {
      const unknown = await migrationsOfLater(db)
      if (unknown.length > 0) throw new NewerDatabase(unknown)
      const { error } = await migrator(db).migrateToLatest()
      if (error) throw error
    })
    await whenOthersLetGo(() => runMigrations({ pgPool: pool }))
  } finally {
    await close()
  }
}

/** Whether the database has every table and column that this version of the code knows of. */
export async function areMigrationsDone(db: Db): Promise<boolean> {
  const applied = await migrator(db).getMigrations()
  return applied.every((migration) => migration.executedAt !== undefined)
}

// Unordered: a database that already took a later number still takes an earlier one that landed after it.
const migrator = (db: Db) =>
  new Migrator({ db, provider: { getMigrations: async () => migrations }, allowUnorderedMigrations: true })

async function whenOthersLetGo(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!isHeldByOthers(error) || tries === patience.tries) throw error
      await sleep(patience.pause)
    }
  }
}

async function migrationsOfLater(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return []
  const { rows } = await sql<{
    name: string
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db)
  return rows.map(({ name }) => name).filter((name) => !(name in migrations))
}
