import { programmeMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import { councilsInIt, type RequestToAnnounce } from '#app/domain/requesting/briefing-request.ts'
import type { RequestedBriefing } from '#emails/requesting/requested-briefing.ts'

/** What every mail about a request says of it. */
export function briefingInMail(
  briefingRequest: Pick<
    RequestToAnnounce,
    'reference' | 'status' | 'dosNumber' | 'councils' | 'topics' | 'preferredDates'
  >,
): RequestedBriefing {
  return {
    dosNumber: briefingRequest.dosNumber ?? null,
    reference: briefingRequest.reference,
    municipalities: councilsInIt(briefingRequest).map(({ municipalityName }) => municipalityName),
    topics: briefingRequest.topics.map(({ title }) => title),
    minutes: programmeMinutes(briefingRequest.topics),
    preferredDates: briefingRequest.preferredDates,
  }
}
