import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.server.ts'
import { type OutboxEntry, putAllInOutbox } from '#db/inviting/outbox.ts'

/** Finished mails in the outbox, one lane each unless a lane is named; gives back their Message-IDs in order of posting. */
export async function someMails(
  db: Db,
  count: number,
  now: Temporal.Instant,
  lane?: string,
  recipientOf = (index: number) => `ontvanger-${index}@raad.example`,
  rawOf: (lines: readonly string[]) => Buffer = (lines) => Buffer.from(lines.join('\r\n')),
): Promise<string[]> {
  const mails = Array.from({ length: count }, (_, index) => aMail(index, lane, recipientOf(index), rawOf))
  await db.transaction().execute((trx) => putAllInOutbox(trx, mails, now))
  return mails.map(({ messageId }) => messageId)
}

function aMail(
  index: number,
  lane: string | undefined,
  recipient: string,
  rawOf: (lines: readonly string[]) => Buffer,
): OutboxEntry {
  const id = randomUUID()
  const messageId = `<${id}@briefings.example>`
  const subject = `Proef ${index}`
  return {
    id,
    dedupeKey: id,
    kind: 'sign-in-link',
    lane: lane ?? `person:${id}`,
    isDossier: false,
    dosNumber: undefined,
    briefingSessionId: undefined,
    briefingRequestId: undefined,
    personId: undefined,
    sequence: undefined,
    envelopeFrom: `bounce+${id}@briefings.example`,
    recipient,
    messageId,
    subject,
    raw: rawOf([
      'From: Provincie Zuid-Holland <rsvp@briefings.example>',
      `To: ${recipient}`,
      `Subject: ${subject}`,
      `Message-ID: ${messageId}`,
      '',
      `Mail nummer ${index}.`,
      '.een regel die met een punt begint',
      '',
    ]),
  }
}
