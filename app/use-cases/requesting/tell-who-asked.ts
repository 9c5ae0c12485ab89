import type { BriefingRequest } from '#app/domain/requesting/briefing-request.ts'
import type { Site } from '#app/domain/site.ts'
import { postMessages } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { findStaffMember, listStaffToNotify } from '#db/requesting/staff-to-notify.ts'
import type { MailContent } from '#emails/message.ts'
import { addressToColleague } from './address-to-colleague.ts'

type Answer = {
  briefingRequest: BriefingRequest
  askedBy: { personId: string }
  /** Of the question or the proposal: an answer to it is mailed once. */
  id: string
  write: (name: string) => MailContent
}

/** The council's answer goes to the member of staff who asked; to those who hear of new requests when she has left, or cannot be reached. */
export async function tellWhoAsked(trx: Trx, site: Site, answer: Answer, now: Temporal.Instant): Promise<void> {
  const { briefingRequest, askedBy, id, write } = answer
  const asker = await findStaffMember(trx, askedBy.personId, now)
  const colleagues = asker ? [asker] : await listStaffToNotify(trx, briefingRequest.regionId, now)
  const about = { briefingRequestId: briefingRequest.id, about: id }
  const posts = colleagues.map((colleague) => addressToColleague(colleague, write(colleague.name), about))
  await postMessages(trx, site, posts, now)
}
