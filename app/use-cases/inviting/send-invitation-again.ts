import type { Site } from '#app/domain/site.ts'
import { lockPerson } from '#db/access/people.ts'
import type { Trx } from '#db/connection.server.ts'
import { wasSentAgainSince } from '#db/inviting/inbox.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { sendEngagementAgain } from './send-engagement-again.ts'
import { sendInvitation } from './send-invitation.ts'

/** Answers a REFRESH (RFC 5546 §3.2.6) with the invitation as it stands. False when this person got it within the hour. */
export async function sendInvitationAgain(
  trx: Trx,
  site: Site,
  { briefingSessionId, personId }: { briefingSessionId: string; personId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  // Two at once would both find that nothing was sent.
  await lockPerson(trx, personId)
  if (await wasSentAgainSince(trx, personId, now.subtract({ hours: 1 }))) return false
  const session = await lockBriefingSession(trx, briefingSessionId)
  if (session === undefined) return false
  if (await sendEngagementAgain(trx, site, { session, personId }, now)) return true
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  await sendInvitation(trx, site, { session, personId, eveningFor, occasion: 'again' }, now)
  return true
}
