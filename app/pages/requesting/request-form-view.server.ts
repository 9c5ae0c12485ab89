import { parseWithZod } from '@conform-to/zod/v4'
import { describeMinutesLeft, minutesLeft, suggestMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import { mostPreferredDates } from '#app/domain/requesting/briefing-wish.ts'
import { type Planning, warningsFor } from '#app/domain/scheduling/closed-period.ts'
import { readTypedDate } from '#app/domain/typed-date.ts'
import { formDataFrom } from '#app/forms/requesting/draft-entries.ts'
import { anything, type RequestFormView, type TypedRequest } from '#app/forms/requesting/request-form-view.ts'
import type { RequestingCouncilFacts } from '#db/requesting/requesting-councils.ts'
import { type AskedForm, asksContact, type Entries } from './asked-form.server.ts'
import { planningFor, tailorTo, takingPart } from './councils-taking-part.server.ts'
import type { Offer } from './request-offer.server.ts'

/** The form as it is shown: choices made to measure for these councils, the programme so far, what speaks against a date. */
export function viewRequestForm(offer: Offer, { viewer, lead, entries }: AskedForm): RequestFormView {
  return viewFilledIn(offer, { lead, asksContact: asksContact(viewer, lead.councilId), entries })
}

/** The same before anybody typed: with a proposal, and nothing in it of whoever asks for it. */
export function viewNewRequestForm(offer: Offer, { firstTopicId, ...asked }: NewForm): RequestFormView {
  return viewFilledIn(offer, { ...asked, entries: proposal(offer, asked.lead, firstTopicId) })
}

export type NewForm = {
  lead: RequestingCouncilFacts
  asksContact: boolean
  /** The topic somebody was reading about. */
  firstTopicId: string | undefined
}

function viewFilledIn(
  offer: Offer,
  { lead, asksContact, entries }: { lead: RequestingCouncilFacts; asksContact: boolean; entries: Entries },
): RequestFormView {
  const typed = typedRequest(entries)
  const taking = takingPart(offer, lead, typed)
  const catalogue = tailorTo(offer, taking)
  const formats = offer.formats
  return {
    lead: { councilId: lead.councilId, slug: lead.municipalitySlug, name: lead.municipalityName, seats: lead.seats },
    asksContact,
    regions: offer.regions
      .filter(({ id }) => lead.regionIds.includes(id))
      .map(({ id, name }) => ({ id, name, names: namesIn(offer, id, lead) })),
    otherCouncils: otherCouncils(offer, lead),
    topics: catalogue.topics.map(({ topic, why }) => ({
      id: topic.id,
      title: topic.title,
      why: why.join(' ') || topic.summary.text,
      minutes: topic.minutesStandard,
      minutesShort: topic.minutesShort,
    })),
    emptyState: catalogue.emptyState,
    formats,
    programme: programmeOf(offer, typed),
    dateWarnings: Array.from({ length: mostPreferredDates }, (_, index) =>
      sentencesAbout(typed.dates?.[index], planningFor(offer, taking, typed)),
    ),
    waterAuthorities: catalogue.topics
      .flatMap(({ waterAuthorities }) => waterAuthorities.map(({ name }) => name))
      .filter(unique),
    typed,
  }
}

const unique = (name: string, index: number, all: string[]) => all.indexOf(name) === index

/** Not an empty form: what concerns this council most, in an evening with time to talk. */
function proposal(offer: Offer, lead: RequestingCouncilFacts, firstTopicId: string | undefined): Entries {
  const listed = tailorTo(offer, [lead]).topics.map(({ topic }) => topic.id)
  const wanted = firstTopicId !== undefined && listed.includes(firstTopicId) ? [firstTopicId] : []
  const topicIds = [...listed.slice(0, 1), ...wanted, ...listed.slice(1)].filter(unique).slice(0, 3)
  return {
    audience: ['council'],
    regionId: lead.regionIds.slice(0, 1),
    ...Object.fromEntries(topicIds.map((id, index) => [`order.${id}`, [String(index + 1)]])),
    formatId: ['thema'],
    expectedCouncillors: [String(lead.seats)],
    usualEvenings: lead.usualEvenings.map(String),
    otherDateIsFine: ['on'],
    venueKind: ['councilChamber'],
  }
}

function typedRequest(entries: Entries): TypedRequest {
  // A schema that takes anything: only the nesting of the names is wanted here.
  const { payload } = parseWithZod(formDataFrom(entries), { schema: anything })
  const dates = [payload.dates ?? []].flat().map((date) => (typeof date === 'string' ? date : ''))
  return {
    ...(payload as Partial<TypedRequest>),
    dates,
    usualEvenings: entries.usualEvenings ?? [],
    coCouncilIds: entries.coCouncilIds ?? [],
  }
}

function otherCouncils(offer: Offer, lead: RequestingCouncilFacts): RequestFormView['otherCouncils'] {
  const others = offer.councils.filter(({ councilId }) => councilId !== lead.councilId)
  const near = (regionIds: readonly string[]) => regionIds.some((id) => lead.regionIds.includes(id))
  return [...offer.regions]
    .sort((one, other) => Number(near([other.id])) - Number(near([one.id])))
    .map((region) => ({
      name: region.name,
      isNear: near([region.id]),
      councils: others
        .filter(({ regionIds }) => regionIds[0] === region.id)
        .map(({ councilId, municipalityName }) => ({ value: councilId, text: municipalityName })),
    }))
    .filter(({ councils }) => councils.length > 0)
}

function namesIn(offer: Offer, regionId: string, lead: RequestingCouncilFacts): string[] {
  return offer.councils
    .filter(({ regionIds, councilId }) => regionIds.includes(regionId) && councilId !== lead.councilId)
    .map(({ municipalityName }) => municipalityName)
}

function programmeOf(offer: Offer, typed: TypedRequest): RequestFormView['programme'] {
  const format = offer.formats.find(({ id }) => id === typed.formatId)
  const chosen = Object.entries(typed.order ?? {})
    .filter(([, number]) => Number(number) > 0)
    .sort(([, one], [, other]) => Number(one) - Number(other))
    .flatMap(([id]) => offer.topics.filter((topic) => topic.id === id))
  const parts = suggestMinutes(chosen, format?.minutes ?? 90)
  const blocks = parts.flatMap(({ topicId, minutes }) =>
    chosen.filter(({ id }) => id === topicId).map(({ title }) => ({ key: topicId, title, minutes })),
  )
  return {
    blocks,
    left: format ? `${describeMinutesLeft(minutesLeft(parts, format.minutes))} in “${format.title}”` : '',
  }
}

function sentencesAbout(typed: string | undefined, planning: Planning): string[] {
  const reading = typed?.trim() ? readTypedDate(typed) : undefined
  if (!reading?.ok) return []
  return warningsFor(reading.date, planning).map(({ sentence }) => sentence)
}
