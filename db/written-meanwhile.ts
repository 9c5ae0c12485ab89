import { setImmediate as turnOfOthers } from 'node:timers/promises'

/** Rows after which others get a turn: the database, which has answered meanwhile and waits for the next statement, and whoever opens a page. */
const rowsPerTurn = 10

/**
 * Writes rows while more of them are being made, so many to a statement: while the database is busy with some, the next are made, and one statement more
 * lies ready. `put` and `close` reject when a statement did, and none is sent after it; after `close` everything is written.
 */
export function writtenMeanwhile<Row>(most: number, write: (rows: readonly Row[]) => Promise<void>) {
  let rows: Row[] = []
  let [before, last]: [Promise<void>, Promise<void>] = [Promise.resolve(), Promise.resolve()]
  const flush = async () => {
    await before
    if (rows.length === 0) return
    const taken = rows
    rows = []
    before = last
    last = last.then(() => write(taken))
    // The failure is reported by the next `put` or `close`; until then it must not be an unhandled rejection.
    last.catch(() => {})
  }
  return {
    async put(row: Row): Promise<void> {
      rows.push(row)
      if (rows.length === most) await flush()
      if (rows.length % rowsPerTurn === 0) await turnOfOthers()
    },
    async close(): Promise<void> {
      await flush()
      await last
    },
  }
}
