import type { RequestToAnnounce } from '#app/domain/requesting/briefing-request.ts'
import type { Site } from '#app/domain/site.ts'
import { type Post, postMessage } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { recordWithheldMail } from '#db/inviting/withheld.ts'
import type { MailContent } from '#emails/message.ts'

type ToContact = {
  briefingRequest: Pick<RequestToAnnounce, 'id' | 'contact' | 'submittedBy'>
  content: MailContent
  occasion?: string
}

/** Posts a mail to whoever asked. Without an address it is withheld, and staff see why. `occasion` tells two mails of one kind apart. */
export async function postToContact(trx: Trx, site: Site, mail: ToContact, now: Temporal.Instant): Promise<void> {
  const post = await addressToContact(trx, mail, now)
  if (post) await postMessage(trx, site, post, now)
}

/** The same mail, for whoever posts it together with others. Undefined when it is withheld. */
export async function addressToContact(
  trx: Trx,
  { briefingRequest, content, occasion }: ToContact,
  now: Temporal.Instant,
): Promise<Post | undefined> {
  const { id, contact, submittedBy } = briefingRequest
  if (contact.address === undefined) {
    await recordWithheldMail(trx, { kind: content.kind, reason: 'addressMissing', briefingRequestId: id }, now)
    return undefined
  }
  return {
    content,
    to: { name: contact.name, address: contact.address },
    dedupeKey: [content.kind, id, occasion].filter(Boolean).join(':'),
    lane: submittedBy ? `person:${submittedBy}` : `request:${id}`,
    personId: submittedBy,
    briefingRequestId: id,
  }
}
