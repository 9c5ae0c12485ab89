import type { BriefingRequest, RequestToAnnounce } from '#app/domain/requesting/briefing-request.ts'
import { contactFunctionWords } from '#app/domain/requesting/wish-words.ts'
import type { Site } from '#app/domain/site.ts'
import { type Post, postMessages } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { listStaffToNotify, type StaffMember } from '#db/requesting/staff-to-notify.ts'
import { requestReceivedStaff } from '#emails/requesting/request-received-staff.ts'
import { addressToColleague } from './address-to-colleague.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { promiseReaction } from './promise-reaction.ts'
import { requestAddresses } from './request-addresses.ts'

/** The province hears that there is a request for it, and what it promised. */
export async function tellStaff(
  trx: Trx,
  site: Site,
  briefingRequest: BriefingRequest,
  now: Temporal.Instant,
): Promise<void> {
  const answerBy = await promiseReaction(trx, site, now)
  const staff = await listStaffToNotify(trx, briefingRequest.regionId, now)
  await postMessages(trx, site, addressToStaff(site, briefingRequest, { staff, answerBy }), now)
}

/** The same mails, for whoever knows who gets them and posts them together with others. */
export function addressToStaff(
  site: Site,
  briefingRequest: RequestToAnnounce,
  { staff, answerBy }: { staff: readonly StaffMember[]; answerBy: Temporal.PlainDate },
): Post[] {
  const { contact } = briefingRequest
  return staff.map((colleague) => {
    const content = requestReceivedStaff({
      name: colleague.name,
      briefing: briefingInMail(briefingRequest),
      requestedBy: { name: contact.name, position: contactFunctionWords[contact.function].toLowerCase() },
      unknownMailDomain: briefingRequest.unknownMailDomain,
      requestUrl: requestAddresses(site, briefingRequest.reference).staff,
      answerBy,
    })
    return addressToColleague(colleague, content, { briefingRequestId: briefingRequest.id, about: briefingRequest.id })
  })
}
