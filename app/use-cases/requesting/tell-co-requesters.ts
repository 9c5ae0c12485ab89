import { type BriefingRequest, leadCouncil } from '#app/domain/requesting/briefing-request.ts'
import { type BriefingSession, isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { coRequestEnded } from '#emails/requesting/co-request-ended.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { postToClerks } from './post-to-clerks.ts'
import { requestAddresses } from './request-addresses.ts'

type Ended = {
  briefingRequest: BriefingRequest
  endedBy: 'lead' | 'province'
  /** The evenings that ended with it, as they were. */
  sessions: readonly BriefingSession[]
}

/**
 * Councils that were asked along and did not say no hear that the request is over. Those of an evening that people know of hear it from the mail about that
 * evening, and only there.
 */
export async function tellCoRequesters(
  trx: Trx,
  site: Site,
  { briefingRequest, endedBy, sessions }: Ended,
  now: Temporal.Instant,
): Promise<void> {
  const told = sessions
    .filter(({ status }) => isAnnounced(status))
    .flatMap(({ councils }) => councils.map(({ councilId }) => councilId))
  const councils = briefingRequest.councils.filter(
    ({ isLead, state, councilId }) => !isLead && state !== 'declined' && !told.includes(councilId),
  )
  await postToClerks(
    trx,
    site,
    {
      briefingRequest,
      councils,
      write: ({ name, municipalityName }) =>
        coRequestEnded({
          name,
          briefing: briefingInMail(briefingRequest),
          municipality: municipalityName,
          askedByMunicipality: leadCouncil(briefingRequest).municipalityName,
          endedBy,
          newRequestUrl: requestAddresses(site, briefingRequest.reference).newRequest,
        }),
    },
    now,
  )
}
