import pg from 'pg'

type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}
type Plan = { 'Query Text': string; Plan: PlanNode }

/** A statement that read most of a table. */
export type LongRead = { table: string; rows: number; statement: string }

/**
 * From now on the server writes down how it carries out every statement in this database (auto_explain, which comes with PostgreSQL); whoever is connected
 * is cut off, since only new connections do. `longReads` gives what read more than half of a table of at least so many rows.
 */
export async function watchPlans(connectionString: string, rowsAtLeast: number) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string; rows: number }>(
    `select relname as name, reltuples::int as rows from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= $1`,
    [rowsAtLeast],
  )
  const sizes = new Map(tables.map(({ name, rows }) => [name, rows]))
  await client.query(`load 'auto_explain'`)
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_format': 'json',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    // What a foreign key looks up as well.
    'auto_explain.log_nested_statements': 'on',
  }
  const { rows: here } = await client.query<{ name: string }>('select current_database() as name')
  for (const [name, value] of Object.entries(settings))
    await client.query(`alter database "${here[0]?.name}" set ${name} = '${value}'`)
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  const { rows: log } = await client.query<{ path: string }>(
    `select coalesce(pg_current_logfile(), current_setting('data_directory') || '/../postgres.log') as path`,
  )
  const path = log[0]?.path ?? ''
  const sizeOfLog = async () => {
    const { rows } = await client.query<{ size: number }>('select (pg_stat_file($1)).size::int as size', [path])
    return rows[0]?.size ?? 0
  }
  let from = await sizeOfLog()
  const readOn = async () => {
    const until = await sizeOfLog()
    const { rows } = await client.query<{ text: string }>('select pg_read_file($1, $2, $3) as text', [
      path,
      from,
      until - from,
    ])
    from = until
    return rows[0]?.text ?? ''
  }
  return {
    /** Of what was carried out since it was last asked, and how many statements that were. */
    async longReads(): Promise<{ statements: number; found: LongRead[] }> {
      const plans = plansIn(await readOn())
      const found = new Map<string, LongRead>()
      for (const plan of plans)
        for (const { table, rows } of readsOf(plan.Plan)) {
          const size = sizes.get(table)
          const statement = plan['Query Text'].replace(/\s+/g, ' ').trim()
          if (size !== undefined && rows > size / 2) found.set(table + statement, { table, rows, statement })
        }
      return { statements: plans.length, found: [...found.values()] }
    },
    close: () => client.end(),
  }
}

/** The lines of a plan begin with a tab. */
function plansIn(log: string): Plan[] {
  return [...log.matchAll(/ms {1,2}plan:\n((?:\t.*\n)+)/g)].map(([, json = '']) => JSON.parse(json) as Plan)
}

/** How many rows each step took from a table, also those that it did not want. */
function* readsOf(node: PlanNode): Generator<{ table: string; rows: number }> {
  const table = node['Relation Name']
  const wanted = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
  if (table) yield { table, rows: Math.round(wanted * (node['Actual Loops'] ?? 1)) }
  for (const each of node.Plans ?? []) yield* readsOf(each)
}
