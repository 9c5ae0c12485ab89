import type { BriefingRequest } from '#app/domain/requesting/briefing-request.ts'
import { contactFunctionWords } from '#app/domain/requesting/wish-words.ts'
import type { Site } from '#app/domain/site.ts'
import { postMessage } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { findStaffToNotify } from '#db/requesting/staff-to-notify.ts'
import { requestReceived } from '#emails/requesting/request-received.ts'
import { requestReceivedStaff } from '#emails/requesting/request-received-staff.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { postToContact } from './post-to-contact.ts'
import { promiseReaction } from './promise-reaction.ts'
import { requestAddresses } from './request-addresses.ts'

/** A request is in: the council hears that it arrived and by when it gets an answer, the province that there is one. */
export async function announceRequest(
  trx: Trx,
  site: Site,
  briefingRequest: BriefingRequest,
  now: Temporal.Instant,
): Promise<void> {
  const briefing = briefingInMail(briefingRequest)
  const addresses = requestAddresses(site, briefingRequest.reference)
  const answerBy = await promiseReaction(trx, site, now)
  const { contact } = briefingRequest
  const received = requestReceived({ name: contact.name, briefing, statusUrl: addresses.status, answerBy })
  await postToContact(trx, site, { briefingRequest, content: received }, now)
  for (const colleague of await findStaffToNotify(trx, briefingRequest.regionId, now)) {
    const content = requestReceivedStaff({
      name: colleague.name,
      briefing,
      requestedBy: { name: contact.name, position: contactFunctionWords[contact.function].toLowerCase() },
      unknownMailDomain: briefingRequest.unknownMailDomain,
      requestUrl: addresses.staff,
      answerBy,
    })
    await postMessage(
      trx,
      site,
      {
        content,
        to: colleague,
        dedupeKey: `${content.kind}:${briefingRequest.id}:${colleague.personId}`,
        lane: `person:${colleague.personId}`,
        personId: colleague.personId,
        briefingRequestId: briefingRequest.id,
      },
      now,
    )
  }
}
