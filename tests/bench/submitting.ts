import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { submitRequest } from '#app/use-cases/requesting/submit-request.ts'
import type { Pool } from '#db/connection.server.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aDraft, aWish } from '#tests/support/requests.ts'
import { type Comparison, inTurns, type Workbench } from './report.ts'

const rounds = 3
const count = 200
/** Clerks who press the button at the same moment. */
const atOnce = 8

/**
 * Submitting a request, as the portal does it, against the same rows written by hand in one transaction.
 *
 * Both sides write the same rows to the same tables, with their indexes and triggers: the request with its councils, topics and dates, the audit, the mails
 * with their bytes. Both take a number without gaps, mark the draft, add one job, commit to the disk, and go through the same pool, which prepares what is
 * often sent. Only the portal opens the draft first and holds it, reads who asks, the councils, the offer, the holidays and the staff, and composes the mails.
 */
export async function compareSubmitting({ db, pool }: Workbench): Promise<Comparison[]> {
  const clerk = await aClerk(db, 'zoetermeer')
  await aPerson(db, [{ role: 'planner' }], 'Planner')
  const asked = { viewer: clerk.viewer, leadCouncilId: clerk.councilId }
  const wish = aWish()
  const draft = () => aDraft(db, asked, Temporal.Now.instant())
  const submit = ({ access, version }: Awaited<ReturnType<typeof draft>>) =>
    submitRequest(db, aSite, { draft: { access, version }, ...asked, wish }, Temporal.Now.instant())

  const { reference } = await submit(await draft())
  const rows = await rowsOf(pool, reference)
  const perSecond = async (work: (each: Awaited<ReturnType<typeof draft>>) => Promise<unknown>) => {
    const drafts: Awaited<ReturnType<typeof draft>>[] = []
    for (let made = 0; made < count; made++) drafts.push(await draft())
    const start = performance.now()
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let each = drafts.pop(); each; each = drafts.pop()) await work(each)
      }),
    )
    return count / ((performance.now() - start) / 1000)
  }
  const ours = () => perSecond(submit)
  const least = () => perSecond(({ key }) => writeAgain(pool, rows, key))
  await ours()
  await least()
  const measured = await inTurns(rounds, ours, least)
  // Nobody is to deliver these mails in the middle of another measurement.
  await pool.query(`update delivery set state = 'superseded' where state = 'pending'`)
  return [
    {
      name: 'c. aanvraag indienen',
      unit: 'aanvragen/s',
      target: 0.5,
      ...measured,
      notes: [
        `Eén aanvraag schrijft ${rows.reduce((sum, each) => sum + each.rows.length, 0)} rijen, met ${rows.find(({ table }) => table === 'outbox')?.rows.length} mails`,
      ],
    },
  ]
}

type Row = Record<string, unknown>
type Rows = { table: string; rows: Row[] }

const tables = [
  'briefing_request',
  'briefing_request_council',
  'briefing_request_topic',
  'preferred_date',
  'audit_event',
  'outbox',
]

/** What submitting wrote, table by table. */
async function rowsOf(pool: Pool, reference: string): Promise<Rows[]> {
  const found = await pool.query<{ id: string }>('select id from briefing_request where reference = $1', [reference])
  const id = found.rows[0]?.id
  return Promise.all(
    tables.map(async (table) => {
      const key = table === 'briefing_request' ? 'id' : 'briefing_request_id'
      const { rows } = await pool.query<Row>(`select * from ${table} where ${key} = $1`, [id])
      return { table, rows }
    }),
  )
}

/** The same rows once more, under new keys, with the same draft marked, number given and jobs added. */
async function writeAgain(pool: Pool, all: Rows[], draftId: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const counter = await client.query<{ last_number: number }>(
      `insert into reference_counter (year, last_number) values (2000, 1)
       on conflict (year) do update set last_number = reference_counter.last_number + 1 returning last_number`,
    )
    const id = randomUUID()
    const reference = `RB-2000-${String(counter.rows[0]?.last_number).padStart(4, '0')}`
    for (const { table, rows } of all)
      await insert(
        client,
        table,
        rows.map((row) => renewed(table, row, { id, reference })),
      )
    await client.query(`update request_draft set briefing_request_id = $1, entries = '{}' where id = $2`, [id, draftId])
    await client.query(`select graphile_worker.add_job('nothing', payload => '{}'::json)`)
    await client.query('commit')
  } finally {
    client.release()
  }
}

function renewed(table: string, row: Row, { id, reference }: { id: string; reference: string }): Row {
  if (table === 'briefing_request') return { ...row, id, reference }
  const again: Row = { ...row, briefing_request_id: id }
  // Numbered by the database itself.
  if (table === 'audit_event') delete again.id
  if (table === 'outbox') delete again.position
  return table === 'outbox' ? { ...again, id: randomUUID(), dedupe_key: randomUUID() } : again
}

async function insert(client: PoolClient, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map(
    (_, at) => `(${columns.map((_, column) => `$${at * columns.length + column + 1}`).join(', ')})`,
  )
  await client.query(
    `insert into ${table} (${columns.join(', ')}) values ${values.join(', ')}`,
    rows.flatMap((row) => columns.map((column) => row[column])),
  )
}
