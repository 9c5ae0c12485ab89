import { runMigrations } from 'graphile-worker'
import { Migrator } from 'kysely/migration'
import { connect, type Db } from './connection.server.ts'
import { migrations } from './migrations/list.ts'

/** Brings the schema and the job queue's own tables up to date. Safe to run from several processes at once: both take a lock. */
export async function migrateToLatest(connectionString: string): Promise<void> {
  const { db, pool, close } = connect(connectionString, { maxConnections: 2, statementTimeoutMs: 120_000 })
  try {
    // Unordered: a database that already took a later number still takes an earlier one that landed after it.
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      allowUnorderedMigrations: true,
    }).migrateToLatest()
    if (error) throw error
    await runMigrations({ pgPool: pool })
  } finally {
    await close()
  }
}

/** Whether the database has every table and column that this version of the code knows of. */
export async function areMigrationsDone(db: Db): Promise<boolean> {
  const applied = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).getMigrations()
  return applied.every((migration) => migration.executedAt !== undefined)
}
