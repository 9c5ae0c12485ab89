import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { isSilence } from './database-away.ts'
import { OftenSent } from './often-sent.ts'
import type { Database } from './schema.ts'

// `date` and `daterange` stay text, `timestamptz` stays text too: a JavaScript Date would drop the zone question on the floor.
// Rows become domain values (Temporal) in the toX functions beside each query.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))

export type Db = Kysely<Database>
export type Trx = Transaction<Database>
export type Pool = pg.Pool
export type ListenerClient = pg.Client

export type Connection = { db: Db; pool: Pool; close: () => Promise<void> }

export type ConnectOptions = {
  maxConnections?: number
  statementTimeoutMs?: number
  /** How long a statement waits for what others hold; as long as it may take when left out. */
  lockTimeoutMs?: number
  /** As after long use: everything is prepared, with one plan whatever the values. Tests find so what only fails then. */
  asAfterLongUse?: boolean
  onError?: (error: Error) => void
}

/** What the network may take beyond the server's own limit, before a server is taken for dead. */
const silenceMs = 5_000

/** Opens a pool; no connection is made before the first query. `onError` hears of idle connections that the server closed. */
export function connect(connectionString: string, options: ConnectOptions = {}): Connection {
  const statementTimeoutMs = options.statementTimeoutMs ?? 15_000
  const pool = new pg.Pool({
    connectionString,
    max: options.maxConnections ?? 10,
    statement_timeout: statementTimeoutMs,
    lock_timeout: options.lockTimeoutMs,
    // A server that stopped answering enforces no limit of its own: whoever waits then gets an error, not silence.
    query_timeout: statementTimeoutMs + silenceMs,
    connectionTimeoutMillis: statementTimeoutMs,
    keepAlive: true,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'raadsbriefing',
    // Every timestamptz arrives as UTC text, whatever the server's own zone.
    options: `-c TimeZone=UTC${options.asAfterLongUse ? ' -c plan_cache_mode=force_generic_plan' : ''}`,
  })
  // An idle client that loses its server emits here; without a listener the process would die. The next query gets a fresh one.
  // One that is on its way out when the server stops has nothing left to lose.
  let isClosing = false
  const hear = (error: Error) => {
    if (!isClosing) options.onError?.(error)
  }
  pool.on('error', hear)
  pool.on('connect', (client) => {
    client.on('error', hear)
    hangUpOnTheDead(client)
    prepareWhatIsOftenSent(client, options.asAfterLongUse ? 0 : undefined)
  })
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const close = () => {
    isClosing = true
    return db.destroy()
  }
  return { db, pool, close }
}

/**
 * Nobody else is to wait as long on a line that may never speak again, not even the rollback; and nobody is to be given one that the server has just
 * ended, in the moment before it closes.
 */
function hangUpOnTheDead(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...given: unknown[]) => unknown
  const sendOrHangUp = (...given: unknown[]) => {
    const answer = send(...given)
    if (!(answer instanceof Promise)) return answer
    return answer.catch((error: unknown) => {
      if (isSilence(error) || isFatal(error)) void (client as unknown as pg.Client).end()
      throw error
    })
  }
  client.query = sendOrHangUp as typeof client.query
}

/** PostgreSQL ends the connection with it. */
function isFatal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.severity === 'FATAL' || error.severity === 'PANIC')
}

/** "cached plan must not change result type" */
const notAsPrepared = '0A000'

/**
 * Planning the query that finds who is signed in takes the database four times as long as carrying it out. A statement with values that is sent often on
 * this connection is therefore prepared there, whoever sends it. In time it gets one plan whatever the values: what the database has to know when it plans,
 * such as which partial index decides a conflict, must stand in the text.
 */
function prepareWhatIsOftenSent(client: pg.PoolClient, times?: number): void {
  const statements = new OftenSent(times)
  const send = client.query.bind(client) as (...given: unknown[]) => Promise<pg.QueryResult>
  const sendByName = (...given: unknown[]) => {
    const [text, values, done] = given
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || done) return send(...given)
    const name = statements.nameFor(text)
    if (name === undefined) return send(text, values)
    return send({ name, text, values }).catch((error: unknown) => {
      if ((error as { code?: string }).code !== notAsPrepared) throw error
      statements.forget(text)
      // What was refused did nothing, so it may be sent again; except in a transaction, which is over.
      return send(text, values).catch(() => {
        throw error
      })
    })
  }
  client.query = sendByName as typeof client.query
}

/** A client of its own for LISTEN: a pooled one would be handed to somebody else. A server that does not answer within `silenceMs` is an error. */
export function listener(connectionString: string, silenceMs = 5_000): ListenerClient {
  return new pg.Client({
    connectionString,
    application_name: 'raadsbriefing-listen',
    options: '-c TimeZone=UTC',
    query_timeout: silenceMs,
    connectionTimeoutMillis: silenceMs,
  })
}

/** True when PostgreSQL answers; used by /readyz. */
export async function isReachable(db: Db): Promise<boolean> {
  return db.executeQuery(CompiledQuery.raw('select 1')).then(
    () => true,
    () => false,
  )
}

/** SQLSTATE and constraint of a refused write, or undefined for any other error. Use cases translate it into a Refusal. */
export function violatedConstraint(error: unknown): { sqlState: string; constraint: string | undefined } | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return undefined
  if (!error.code.startsWith('23')) return undefined
  return { sqlState: error.code, constraint: error.constraint }
}
