import { setImmediate as turnOfOthers } from 'node:timers/promises'

/**
 * Writes rows while more of them are being made, so many to a statement: while the database is busy with some, the next are made. One statement at a time.
 * `put` and `close` reject when a statement did; after `close` everything is written.
 */
export function writtenMeanwhile<Row>(most: number, write: (rows: readonly Row[]) => Promise<void>) {
  let rows: Row[] = []
  let written: Promise<void> = Promise.resolve()
  const flush = async () => {
    await written
    if (rows.length === 0) return
    written = write(rows)
    // Whoever puts the next row hears of a failure; until then it is nobody's.
    written.catch(() => {})
    rows = []
    await turnOfOthers()
  }
  return {
    async put(row: Row): Promise<void> {
      rows.push(row)
      if (rows.length === most) await flush()
    },
    async close(): Promise<void> {
      await flush()
      await written
    },
  }
}
