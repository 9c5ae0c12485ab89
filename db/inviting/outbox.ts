import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Trx } from '../connection.server.ts'
import { addJob } from '../jobs.ts'

/** One finished mail: its bytes never change again, so a retry is the same mail. */
export type OutboxEntry = {
  id: string
  /** A second entry with the same key is the same mail: it is not added. */
  dedupeKey: string
  kind: string
  /** Mails of one lane leave in order, one at a time. */
  lane: string
  isDossier: boolean
  dosNumber: string | undefined
  briefingSessionId: string | undefined
  briefingRequestId: string | undefined
  personId: string | undefined
  sequence: number | undefined
  envelopeFrom: string
  recipient: string
  messageId: string
  subject: string
  raw: Buffer
}

/** Puts a mail in the outbox and asks for its delivery, both in the caller's transaction. False when it was there already. */
export async function putInOutbox(trx: Trx, entry: OutboxEntry, now: Temporal.Instant): Promise<boolean> {
  return (await putAllInOutbox(trx, [entry], now)) === 1
}

/** The same for many. Gives how many were new. */
export async function putAllInOutbox(
  trx: Trx,
  entries: readonly OutboxEntry[],
  now: Temporal.Instant,
): Promise<number> {
  const outbox = openOutbox(trx, now)
  for (const entry of entries) await outbox.put(entry)
  return outbox.close()
}

/** Rows per statement: enough to save round trips, few enough for the database to begin while the next mails are composed. */
const rowsPerInsert = 50

/** The same while they are being made: a statement for every few mails and one job. While one statement is being carried out the next mails are made. */
export function openOutbox(trx: Trx, now: Temporal.Instant) {
  let added = 0
  let rows: ReturnType<typeof toRow>[] = []
  let written: Promise<void> = Promise.resolve()
  const write = async (chunk: typeof rows) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('outbox')
      .values(chunk)
      .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
      .executeTakeFirstOrThrow()
    added += Number(numInsertedOrUpdatedRows)
  }
  const flush = async () => {
    await written
    if (rows.length === 0) return
    written = write(rows)
    // Whoever puts the next mail hears of a failure; until then it is nobody's.
    written.catch(() => {})
    rows = []
    await turnOfOthers()
  }
  return {
    async put(entry: OutboxEntry): Promise<void> {
      rows.push(toRow(entry, now))
      if (rows.length === rowsPerInsert) await flush()
    },
    /** Gives how many were new. */
    async close(): Promise<number> {
      await flush()
      await written
      if (added > 0) await addJob(trx, 'deliverMails', {})
      return added
    },
  }
}

function toRow(entry: OutboxEntry, now: Temporal.Instant) {
  return {
    id: entry.id,
    dedupe_key: entry.dedupeKey,
    kind: entry.kind,
    lane: entry.lane,
    is_dossier: entry.isDossier,
    dos_number: entry.dosNumber ?? null,
    briefing_session_id: entry.briefingSessionId ?? null,
    briefing_request_id: entry.briefingRequestId ?? null,
    person_id: entry.personId ?? null,
    sequence: entry.sequence ?? null,
    envelope_from: entry.envelopeFrom,
    recipient: entry.recipient,
    message_id: entry.messageId,
    subject: entry.subject,
    raw: entry.raw,
    next_attempt_at: now.toString(),
    created_at: now.toString(),
  }
}
