import { existsSync } from 'node:fs'
import pg from 'pg'
import { connect } from '#db/connection.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'

/** `seeded` has Zuid-Holland in it, `story` the demo people and what they did as well. */
export type Template = 'seeded' | 'story'
const nameOf = (template: Template) => `template_${template}`

/** The same server, another database. */
export function databaseAt(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Migrates and seeds once; every test then copies the result. */
export async function makeTemplates(serverUrl: string): Promise<void> {
  await inServer(serverUrl, async (run) => {
    for (const template of ['story', 'seeded'] as const) {
      await run(`drop database if exists ${nameOf(template)} with (force)`)
    }
    await run(`create database ${nameOf('seeded')}`)
    await migrateToLatest(databaseAt(serverUrl, nameOf('seeded')))
    await seed(databaseAt(serverUrl, nameOf('seeded')), 'seedZuidHolland')
    await run(`create database ${nameOf('story')} template ${nameOf('seeded')}`)
    await seed(databaseAt(serverUrl, nameOf('story')), 'seedDemo')
  })
}

/** A database of its own, copied from a template; `drop` removes it, whoever is still connected. */
export async function copyOf(
  serverUrl: string,
  template: Template,
): Promise<{ connectionString: string; drop: () => Promise<void> }> {
  const name = `copy_${crypto.randomUUID().replaceAll('-', '')}`
  await inServer(serverUrl, (run) => run(`create database ${name} template ${nameOf(template)}`))
  return {
    connectionString: databaseAt(serverUrl, name),
    drop: () => inServer(serverUrl, (run) => run(`drop database if exists ${name} with (force)`)),
  }
}

/** `create database` and `drop database` must stand outside any transaction, on a connection of their own. */
async function inServer(
  serverUrl: string,
  work: (run: (statement: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await work(async (statement) => void (await client.query(statement)))
  } finally {
    await client.end()
  }
}

async function seed(connectionString: string, part: 'seedZuidHolland' | 'seedDemo'): Promise<void> {
  const file = new URL('../../db/seed/seed.server.ts', import.meta.url)
  if (!existsSync(file)) return
  const seeds = await import(file.href)
  const { db, close } = connect(connectionString)
  try {
    await seeds[part](db, Temporal.Now.instant())
  } finally {
    await close()
  }
}
