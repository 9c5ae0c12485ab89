import { test as base, expect } from '@playwright/test'
import { sql } from 'kysely'
import { type Connection, connect, type Db } from '#db/connection.server.ts'
import { copyOf, type Template } from './templates.ts'

export { expect }

type Database = Connection & { connectionString: string }
type Fixtures = {
  /** Set with `test.use({ template: 'story' })` to start from the demo story. */
  template: Template
  /** A fresh copy of the template; dropped after the test. */
  database: Database
  db: Db
  connectionString: string
}

/** The cluster of this run, as a superuser. */
export function serverUrl(): string {
  const url = process.env.TEST_PG_URL
  if (!url) throw new Error('There is no test cluster: run this test in the projects db or e2e.')
  return url
}

export const test = base.extend<Fixtures>({
  template: ['seeded', { option: true }],
  database: async ({ template }, use) => {
    const copy = await copyOf(serverUrl(), template)
    const connection = connect(copy.connectionString, { maxConnections: 20, asAfterLongUse: true })
    await use({ ...connection, connectionString: copy.connectionString })
    await connection.close()
    await copy.drop()
  },
  db: async ({ database }, use) => use(database.db),
  connectionString: async ({ database }, use) => use(database.connectionString),
})

/** Opens so many connections beforehand: callers that begin together then race with each other, and not with the opening of connections. */
export async function warmUp(db: Db, connections: number): Promise<void> {
  await Promise.all(Array.from({ length: connections }, () => sql`select pg_sleep(0.05)`.execute(db)))
}
