import { isKnownMailDomain } from '#app/domain/access/mail-domain.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { suggestMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RequestingCouncil } from '#app/domain/requesting/briefing-request.ts'
import type { BriefingWish } from '#app/domain/requesting/briefing-wish.ts'
import { councilsTakingPart } from '#app/domain/requesting/taking-part.ts'
import { findChosenOffer } from '#db/catalogue/chosen-offer.ts'
import type { Trx } from '#db/connection.server.ts'
import { listRequestingCouncils, type RequestingCouncilFacts } from '#db/requesting/requesting-councils.ts'

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
  const regionId = wish.audience === 'region' ? wish.regionId : lead.regionIds[0]
  const { topics, formatMinutes, dosNumber } = await findChosenOffer(trx, { ...wish, regionId })
  const chosen = wish.topicIds.flatMap((id) => topics.filter((topic) => topic.id === id))
  if (formatMinutes === undefined || chosen.length !== wish.topicIds.length) throw new Refusal('offer-changed')
  const titles = new Map(topics.map(({ id, title }) => [id, title]))
  return {
    councils: councilsTakingPart(wish, leadCouncilId, councils).flatMap((id) =>
      councils.filter(({ councilId }) => councilId === id).map((council) => taking(council, leadCouncilId)),
    ),
    regionId,
    dosNumber,
    topics: suggestMinutes(chosen, formatMinutes).map((part) => ({ ...part, title: titles.get(part.topicId) ?? '' })),
    eveningsSoFar: lead.usualEvenings,
    unknownMailDomain: !isKnownMailDomain(address, lead.mailDomains),
  }
}

/** Whoever asks takes part; the others have yet to say so. */
function taking(
  { councilId, municipalityName, municipalitySlug }: RequestingCouncilFacts,
  leadCouncilId: string,
): RequestingCouncil & { state: 'joined' | 'invited' } {
  const isLead = councilId === leadCouncilId
  const state = isLead ? 'joined' : 'invited'
  return { councilId, municipalityName, municipalitySlug, isLead, state, answeredAt: undefined, remark: '' }
}
