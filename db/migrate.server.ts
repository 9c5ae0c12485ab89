import { runMigrations } from 'graphile-worker'
import { Migrator } from 'kysely/migration'
import { connect } from './connection.server.ts'
import { migrations } from './migrations/list.ts'

/** Brings the schema and the job queue's own tables up to date. Safe to run from several processes at once: both take a lock. */
export async function migrateToLatest(connectionString: string): Promise<void> {
  const { db, pool, close } = connect(connectionString, { maxConnections: 2, statementTimeoutMs: 120_000 })
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
    if (error) throw error
    await runMigrations({ pgPool: pool })
  } finally {
    await close()
  }
}
