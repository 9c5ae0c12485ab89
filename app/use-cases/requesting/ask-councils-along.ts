import { leadCouncil, type RequestToAnnounce, silentCouncils } from '#app/domain/requesting/briefing-request.ts'
import { contactFunctionWords } from '#app/domain/requesting/wish-words.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { councilAsked } from '#emails/requesting/council-asked.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { postToClerks } from './post-to-clerks.ts'
import { requestAddresses } from './request-addresses.ts'

/** Asks the clerks of every council that has not answered yet whether it takes part. Whoever was asked before is not asked again. */
export async function askCouncilsAlong(
  trx: Trx,
  site: Site,
  briefingRequest: RequestToAnnounce,
  now: Temporal.Instant,
): Promise<void> {
  const { contact, reference, coRequestersUntil: until } = briefingRequest
  if (until === undefined) throw new Error('A request that waits for other councils until no day')
  const askedBy = {
    name: contact.name,
    position: contactFunctionWords[contact.function].toLowerCase(),
    municipality: leadCouncil(briefingRequest).municipalityName,
  }
  await postToClerks(
    trx,
    site,
    {
      briefingRequest,
      councils: silentCouncils(briefingRequest),
      write: ({ name, municipalityName }) =>
        councilAsked({
          name,
          briefing: briefingInMail(briefingRequest),
          municipality: municipalityName,
          askedBy,
          unknownMailDomain: briefingRequest.unknownMailDomain,
          question: briefingRequest.councilQuestion,
          until,
          answerUrl: requestAddresses(site, reference).join,
        }),
    },
    now,
  )
}
