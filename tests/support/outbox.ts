import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.server.ts'
import { putInOutbox } from '#db/inviting/outbox.ts'

/** Finished mails in the outbox, one lane each unless a lane is named; gives back their Message-IDs in order of posting. */
export async function someMails(
  db: Db,
  count: number,
  now: Temporal.Instant,
  lane?: string,
  recipientOf = (index: number) => `ontvanger-${index}@raad.example`,
  rawOf: (lines: readonly string[]) => Buffer = (lines) => Buffer.from(lines.join('\r\n')),
): Promise<string[]> {
  const mails = Array.from({ length: count }, (_, index) => {
    const id = randomUUID()
    return { id, index, messageId: `<${id}@briefings.example>`, recipient: recipientOf(index) }
  })
  await db.transaction().execute(async (trx) => {
    for (const { id, index, messageId, recipient } of mails) {
      const lines = [
        'From: Provincie Zuid-Holland <rsvp@briefings.example>',
        `To: ${recipient}`,
        `Subject: Proef ${index}`,
        `Message-ID: ${messageId}`,
        '',
        `Mail nummer ${index}.`,
        '.een regel die met een punt begint',
        '',
      ]
      await putInOutbox(
        trx,
        {
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
          subject: `Proef ${index}`,
          raw: rawOf(lines),
        },
        now,
      )
    }
  })
  return mails.map(({ messageId }) => messageId)
}
