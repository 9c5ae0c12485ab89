import { type BriefingRequest, openClarification } from '#app/domain/requesting/briefing-request.ts'
import { declineReasons, isDeclineReason } from '#app/domain/requesting/decline-reasons.ts'
import { openProposal } from '#app/domain/requesting/proposal.ts'
import type { Site } from '#app/domain/site.ts'
import type { MailContent } from '#emails/message.ts'
import { eveningProposed } from '#emails/requesting/evening-proposed.ts'
import { questionAsked } from '#emails/requesting/question-asked.ts'
import { requestAccepted } from '#emails/requesting/request-accepted.ts'
import { requestDeclined } from '#emails/requesting/request-declined.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { requestAddresses } from './request-addresses.ts'

/** A mail that waited for the dossier number, as it reads now; undefined when the request has moved on and it would no longer be true. */
export function writeHeldBackMail(
  site: Site,
  kind: string,
  briefingRequest: BriefingRequest,
): { content: MailContent; occasion?: string } | undefined {
  const { contact, status, declineReason, declineAlternative } = briefingRequest
  const briefing = briefingInMail(briefingRequest)
  const addresses = requestAddresses(site, briefingRequest.reference)
  const { name } = contact
  if (kind === 'question-asked') {
    const open = openClarification(briefingRequest)
    return (
      open && {
        content: questionAsked({ name, briefing, question: open.question, answerUrl: addresses.answer }),
        occasion: open.id,
      }
    )
  }
  if (kind === 'evening-proposed' && status === 'proposalMade') {
    const open = openProposal(briefingRequest)
    return (
      open && {
        content: eveningProposed({ name, briefing, evenings: open.evenings, statusUrl: addresses.status }),
        occasion: open.id,
      }
    )
  }
  if (kind === 'request-accepted' && status !== 'declined' && status !== 'withdrawn')
    return { content: requestAccepted({ name, briefing, statusUrl: addresses.status }) }
  if (kind === 'request-declined' && declineReason && declineAlternative) {
    const reason = isDeclineReason(declineReason) ? declineReasons[declineReason] : declineReason
    const answer = { reason, alternative: declineAlternative, statusUrl: addresses.status }
    return { content: requestDeclined({ name, briefing, ...answer }) }
  }
  return undefined
}
