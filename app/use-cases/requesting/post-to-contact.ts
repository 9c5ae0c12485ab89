import type { BriefingRequest } from '#app/domain/requesting/briefing-request.ts'
import type { Site } from '#app/domain/site.ts'
import { postMessage } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { recordWithheldMail } from '#db/inviting/outbox.ts'
import type { MailContent } from '#emails/message.ts'

/** Posts a mail to whoever asked. Without an address it is withheld, and staff see why. `occasion` tells two mails of one kind apart. */
export async function postToContact(
  trx: Trx,
  site: Site,
  { briefingRequest, content, occasion }: { briefingRequest: BriefingRequest; content: MailContent; occasion?: string },
  now: Temporal.Instant,
): Promise<void> {
  const { id, contact, submittedBy } = briefingRequest
  if (contact.address === undefined) {
    await recordWithheldMail(trx, { kind: content.kind, reason: 'addressMissing', briefingRequestId: id }, now)
    return
  }
  await postMessage(
    trx,
    site,
    {
      content,
      to: { name: contact.name, address: contact.address },
      dedupeKey: [content.kind, id, occasion].filter(Boolean).join(':'),
      lane: submittedBy ? `person:${submittedBy}` : `request:${id}`,
      personId: submittedBy,
      briefingRequestId: id,
    },
    now,
  )
}
