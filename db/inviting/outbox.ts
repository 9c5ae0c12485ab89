import { isUtf8 } from 'node:buffer'
import { sql } from 'kysely'
import type { Trx } from '../connection.server.ts'
import { addJob } from '../jobs.ts'
import { asRows } from '../rows.ts'
import { writtenMeanwhile } from '../written-meanwhile.ts'

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

/** Puts mails in the outbox and asks for their delivery, both in the caller's transaction. Gives how many were new. */
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

/** Puts mails in the outbox while more are being composed: one statement for every few mails, and one job for all. */
export function openOutbox(trx: Trx, now: Temporal.Instant) {
  let added = 0
  const rows = writtenMeanwhile<OutboxEntry>(rowsPerInsert, async (entries) => {
    const { numAffectedRows = 0n } = await insertion(entries, now).execute(trx)
    added += Number(numAffectedRows)
  })
  return {
    async put(entry: OutboxEntry): Promise<void> {
      // Whoever delivers fetches mails as text: one that is none would hold up all others.
      if (!isUtf8(entry.raw) || entry.raw.includes(0)) throw new Error('a mail that is no text')
      await rows.put(entry)
    },
    /** Gives how many were new. */
    async close(): Promise<number> {
      await rows.close()
      if (added > 0) await addJob(trx, 'deliverMails', {})
      return added
    },
  }
}

/** The bytes apart from the rest: as values of their own they go to the database as they are. In the order of the entries. */
function insertion(entries: readonly OutboxEntry[], now: Temporal.Instant) {
  const rows = entries.map(({ raw, lane, ...row }) => row)
  const ids = entries.map(({ id }) => id)
  const lanes = entries.map(({ lane }) => lane)
  return sql`
    with written as (
      insert into outbox (id, dedupe_key, kind, is_dossier, dos_number, briefing_session_id, briefing_request_id, person_id, sequence, envelope_from,
        recipient, message_id, subject, raw, created_at)
      select id, "dedupeKey", kind, "isDossier", "dosNumber", "briefingSessionId", "briefingRequestId", "personId", sequence, "envelopeFrom", recipient,
        "messageId", subject, raw, ${now.toString()}::timestamptz
      from rows from (
        jsonb_to_recordset(${asRows(rows)}::jsonb) as (
          id uuid, "dedupeKey" text, kind text, "isDossier" boolean, "dosNumber" text, "briefingSessionId" uuid, "briefingRequestId" uuid,
          "personId" uuid, sequence int, "envelopeFrom" text, recipient text, "messageId" text, subject text
        ),
        unnest(array[${sql.join(entries.map(({ raw }) => raw))}]::bytea[])
      ) with ordinality as entry (
        id, "dedupeKey", kind, "isDossier", "dosNumber", "briefingSessionId", "briefingRequestId", "personId", sequence, "envelopeFrom", recipient,
        "messageId", subject, raw, at
      )
      order by at
      on conflict (dedupe_key) do nothing returning id, position
    )
    insert into delivery (position, lane, next_attempt_at)
    select position, lane, ${now.toString()}::timestamptz
    from written join unnest(${sql.val(ids)}::uuid[], ${sql.val(lanes)}::text[]) as entry (id, lane) using (id)`
}
