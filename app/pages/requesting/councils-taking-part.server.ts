import { type TailoredCatalogue, tailorCatalogue } from '#app/domain/catalogue/tailor-catalogue.ts'
import type { Audience } from '#app/domain/requesting/briefing-wish.ts'
import { councilsTakingPart } from '#app/domain/requesting/taking-part.ts'
import type { Planning } from '#app/domain/scheduling/closed-period.ts'
import type { RequestingCouncilFacts } from '#db/requesting/requesting-councils.ts'
import type { Offer } from './request-offer.server.ts'

type Taking = {
  audience?: string | undefined
  regionId?: string | undefined
  coCouncilIds?: readonly string[] | undefined
}

/** The councils the form is about so far, the lead first. */
export function takingPart(offer: Offer, lead: RequestingCouncilFacts, typed: Taking): RequestingCouncilFacts[] {
  const audience: Audience = typed.audience === 'region' || typed.audience === 'councils' ? typed.audience : 'council'
  const wish = {
    audience,
    regionId: typed.regionId ?? lead.regionIds[0],
    coCouncilIds: [...(typed.coCouncilIds ?? [])],
  }
  const ids = councilsTakingPart(wish, lead.councilId, offer.councils)
  return ids.flatMap((id) => offer.councils.filter(({ councilId }) => councilId === id))
}

/** The catalogue made to measure for these councils. */
export function tailorTo(offer: Offer, councils: readonly RequestingCouncilFacts[]): TailoredCatalogue {
  const slugs = councils.map(({ municipalitySlug }) => municipalitySlug)
  return tailorCatalogue(
    offer.municipalities.filter(({ slug }) => slugs.includes(slug)),
    offer,
  )
}

/** What speaks against the dates of a wish, for the check page. */
export function planningFor(
  offer: Offer,
  councils: readonly RequestingCouncilFacts[],
  typed: { usualEvenings?: readonly (string | number)[] | undefined },
): Planning {
  const [lead, ...others] = councils
  const evenings = (typed.usualEvenings ?? []).map(Number)
  return {
    closedPeriods: offer.closedPeriods,
    councils: [
      ...(lead
        ? [{ name: lead.municipalityName, usualEvenings: evenings.length > 0 ? evenings : lead.usualEvenings }]
        : []),
      ...others.map(({ municipalityName, usualEvenings }) => ({ name: municipalityName, usualEvenings })),
    ],
    today: offer.today,
    minimumNoticeWeeks: offer.minimumNoticeWeeks,
  }
}
