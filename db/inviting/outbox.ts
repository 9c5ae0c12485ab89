import type { WithheldReason } from '#app/domain/inviting/outbox-words.ts'
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

/** Rows per statement: PostgreSQL takes 65,535 parameters at once. */
const rowsPerInsert = 200

/** The same for many, in a few statements and with one job. Gives how many were new. */
export async function putAllInOutbox(
  trx: Trx,
  entries: readonly OutboxEntry[],
  now: Temporal.Instant,
): Promise<number> {
  let added = 0
  for (let from = 0; from < entries.length; from += rowsPerInsert) {
    const rows = entries.slice(from, from + rowsPerInsert).map((entry) => toRow(entry, now))
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('outbox')
      .values(rows)
      .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
      .executeTakeFirstOrThrow()
    added += Number(numInsertedOrUpdatedRows)
  }
  if (added > 0) await addJob(trx, 'deliverMails', {})
  return added
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

/** A mail that may not leave yet; staff see why and what to do. */
export async function recordWithheldMail(
  trx: Trx,
  mail: {
    kind: string
    reason: WithheldReason
    briefingSessionId?: string
    briefingRequestId?: string
    personId?: string
  },
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('withheld_mail')
    .values({
      kind: mail.kind,
      reason: mail.reason,
      briefing_session_id: mail.briefingSessionId ?? null,
      briefing_request_id: mail.briefingRequestId ?? null,
      person_id: mail.personId ?? null,
      withheld_at: now.toString(),
    })
    .execute()
}
