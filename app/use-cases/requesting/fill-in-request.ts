import { isKnownMailDomain } from '#app/domain/access/mail-domain.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { suggestMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { BriefingWish } from '#app/domain/requesting/briefing-wish.ts'
import { councilsTakingPart } from '#app/domain/requesting/taking-part.ts'
import { findLetterForRegion, listSessionFormats, listTopics } from '#db/catalogue/offer.ts'
import type { Trx } from '#db/connection.server.ts'
import { listRequestingCouncils } from '#db/requesting/requesting-councils.ts'

/**
 * What nobody has to type: the councils of the region, the minutes of each topic, the dossier number of the letter to the region. A region without a known
 * letter gives no number; staff fill it in.
 * @throws Refusal council-unknown, offer-changed
 */
export async function fillInRequest(
  trx: Trx,
  input: { wish: BriefingWish; leadCouncilId: string; address: string },
  now: Temporal.Instant,
) {
  const { wish, leadCouncilId, address } = input
  const councils = await listRequestingCouncils(trx, dateInAmsterdam(now))
  const lead = councils.find(({ councilId }) => councilId === leadCouncilId)
  if (!lead) throw new Refusal('council-unknown')
  const [topics, formats] = await Promise.all([listTopics(trx), listSessionFormats(trx)])
  const chosen = wish.topicIds.flatMap((id) => topics.filter((topic) => topic.id === id))
  const format = formats.find(({ id }) => id === wish.formatId)
  if (!format || chosen.length !== wish.topicIds.length) throw new Refusal('offer-changed')
  const regionId = wish.audience === 'region' ? wish.regionId : lead.regionIds[0]
  const letter = regionId === undefined ? undefined : await findLetterForRegion(trx, regionId)
  return {
    councilIds: councilsTakingPart(wish, leadCouncilId, councils),
    regionId,
    dosNumber: letter?.dosNumber,
    parts: suggestMinutes(chosen, format.minutes),
    unknownMailDomain: !isKnownMailDomain(address, lead.mailDomains),
  }
}
