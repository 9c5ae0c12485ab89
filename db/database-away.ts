/**
 * SQLSTATEs with which PostgreSQL says that it cannot work now, whatever was asked (PostgreSQL manual, appendix A): connection exceptions, out of room,
 * connections or memory, a statement that took too long, stopping or starting, a disk that fails, a stand-by that only reads.
 */
const sqlStates = /^(08...|53...|57...|58...|25006|25P0[34])$/

/** With which the system says that nobody answers at the other end; other errors of the system are ours. */
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** What pg says in words only. */
const silence = 'Query read timeout'
const words = new Set([
  silence,
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])

/** Whether the database could not be reached or cannot work now. Everything else that goes wrong is a mistake of ours. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall, severity } = error as { code?: unknown; syscall?: unknown; severity?: unknown }
  if (typeof code !== 'string') return words.has(error.message)
  if (severity !== undefined) return sqlStates.test(code)
  // A visitor who goes away resets a connection too; that error has no call of the system in it.
  return systemCodes.has(code) && (syscall !== undefined || error instanceof AggregateError)
}

/** Whether the database knows us not, has no such database, or lets us do too little there (appendix A: 28, 3D000, 42501). */
export function isTurnedAway(error: unknown): boolean {
  const { code, severity } = error as { code?: unknown; severity?: unknown }
  return severity !== undefined && typeof code === 'string' && /^(28...|3D000|42501)$/.test(code)
}

/** Whether somebody else held what was wanted for longer than the connection waits (`lockTimeoutMs`). */
export function isHeldByOthers(error: unknown): boolean {
  const { code, severity } = error as { code?: unknown; severity?: unknown }
  return severity !== undefined && code === '55P03'
}

/** Whether the server on this line said nothing for as long as anybody waits. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === silence
}
