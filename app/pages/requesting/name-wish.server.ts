import type { Viewer } from '#app/domain/access/viewer.ts'
import { suggestMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import type { BriefingWish } from '#app/domain/requesting/briefing-wish.ts'
import { type WishFact, wishFacts } from '#app/domain/requesting/wish-facts.ts'
import type { RequestingCouncilFacts } from '#db/requesting/requesting-councils.ts'
import { takingPart } from './councils-taking-part.server.ts'
import type { Offer } from './request-offer.server.ts'

/** A wish in words, for the page on which it is checked. */
export function nameWish(
  offer: Offer,
  {
    viewer,
    lead,
    wish,
    address,
  }: { viewer: Viewer | undefined; lead: RequestingCouncilFacts; wish: BriefingWish; address: string | undefined },
): WishFact[] {
  const chosen = wish.topicIds.flatMap((id) => offer.topics.filter((topic) => topic.id === id))
  const format = offer.formats.find(({ id }) => id === wish.formatId)
  const parts = suggestMinutes(chosen, format?.minutes ?? 0)
  const own = viewer?.councils.find(({ councilId }) => councilId === lead.councilId)
  const known =
    viewer && own
      ? { name: viewer.name, function: own.role, address }
      : { name: '', function: 'other' as const, address }
  const facts = wishFacts({
    ...wish,
    municipalityNames: takingPart(offer, lead, wish).map(({ municipalityName }) => municipalityName),
    regionName: offer.regions.find(({ id }) => id === wish.regionId)?.name,
    topics: chosen.map(({ id, title }) => ({
      title,
      minutes: parts.find(({ topicId }) => topicId === id)?.minutes ?? 0,
    })),
    format: format ?? { title: '', minutes: 0 },
    contact: { ...(wish.contact ?? known), phone: wish.phone },
  })
  // Of whoever is signed in for the council only a telephone number was asked.
  return facts.map((fact) => (fact.field === 'contactName' && !wish.contact ? { ...fact, field: 'phone' } : fact))
}
