/**
 * Many rows as one value, for jsonb_to_recordset: a statement that takes them has the same text however many there are, so the database keeps it ready
 * (often-sent.ts). What is undefined becomes null. JSON has no room for half a character, which a text may be cut off in.
 */
export function asRows(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))
}
