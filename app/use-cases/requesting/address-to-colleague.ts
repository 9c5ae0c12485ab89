import type { Post } from '#app/use-cases/inviting/post-message.ts'
import type { StaffMember } from '#db/requesting/staff-to-notify.ts'
import type { MailContent } from '#emails/message.ts'

/** A mail about a request to one member of staff; one for each thing that it is `about`. */
export function addressToColleague(
  colleague: StaffMember,
  content: MailContent,
  { briefingRequestId, about }: { briefingRequestId: string; about: string },
): Post {
  const { personId } = colleague
  return {
    content,
    to: colleague,
    dedupeKey: `${content.kind}:${about}:${personId}`,
    lane: `person:${personId}`,
    personId,
    briefingRequestId,
  }
}
