import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import pg from 'pg'
import { connect, type Db } from '#db/connection.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { seedDemo, seedZuidHolland } from '#db/seed/seed.server.ts'

/** `seeded` has Zuid-Holland in it, `story` the demo people and what they did as well. */
export type Template = 'seeded' | 'story'
const nameOf = (template: Template) => `template_${template}`

/** The same server, another database. */
function databaseAt(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Migrates and seeds when the last templates were made from other sources or on another day; every test then copies the result. */
export async function makeTemplates(serverUrl: string): Promise<void> {
  const madeFrom = await fingerprint()
  await inServer(serverUrl, async (run) => {
    const present = await run(
      `select datname as name, shobj_description(oid, 'pg_database') as made_from from pg_database`,
    )
    if (present.some(({ name, made_from }) => name === nameOf('story') && made_from === madeFrom)) return
    for (const { name } of present)
      if (/^(template|copy)_/.test(name ?? '')) await run(`drop database ${name} with (force)`)
    await run(`create database ${nameOf('seeded')}`)
    await migrateToLatest(databaseAt(serverUrl, nameOf('seeded')))
    await inDatabase(serverUrl, 'seeded', (db) => seedZuidHolland(db))
    await run(`create database ${nameOf('story')} template ${nameOf('seeded')}`)
    await inDatabase(serverUrl, 'story', (db) => seedDemo(db, Temporal.Now.instant()))
    // Written last: templates that were cut off half-way count as none.
    await run(`comment on database ${nameOf('story')} is '${madeFrom}'`)
  })
}

/** Of everything that migrating and seeding run, of the packages they use, and of the day that the demo story is told from. */
async function fingerprint(): Promise<string> {
  const entry = fileURLToPath(import.meta.url)
  const bundled = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const lock = readFileSync(new URL('../../package-lock.json', import.meta.url))
  const hash = createHash('sha256').update(lock).update(Temporal.Now.plainDateISO().toString())
  for (const { contents } of bundled.outputFiles) hash.update(contents)
  return hash.digest('hex')
}

/** A database of its own, copied from a template; `drop` removes it, whoever is still connected. */
export async function copyOf(
  serverUrl: string,
  template: Template,
): Promise<{ connectionString: string; drop: () => Promise<void> }> {
  const name = `copy_${crypto.randomUUID().replaceAll('-', '')}`
  // Copying files beats copying pages through the log by a factor of three where nothing has to reach the disk.
  await inServer(serverUrl, (run) => run(`create database ${name} template ${nameOf(template)} strategy file_copy`))
  return {
    connectionString: databaseAt(serverUrl, name),
    drop: () => inServer(serverUrl, async (run) => void (await run(`drop database if exists ${name} with (force)`))),
  }
}

type Row = Record<string, string | null>

/** `create database` and `drop database` must stand outside any transaction, on a connection of their own. */
async function inServer<T>(
  serverUrl: string,
  work: (run: (statement: string) => Promise<Row[]>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await work(async (statement) => (await client.query<Row>(statement)).rows)
  } finally {
    await client.end()
  }
}

async function inDatabase(serverUrl: string, template: Template, work: (db: Db) => Promise<void>): Promise<void> {
  const { db, close } = connect(databaseAt(serverUrl, nameOf(template)))
  try {
    await work(db)
  } finally {
    await close()
  }
}
