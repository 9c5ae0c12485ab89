import { parseWithZod } from '@conform-to/zod/v4'
import { listSessionFormats, listTopics } from '#db/catalogue/offer.ts'
import { listMunicipalities, listRegions, listWaterAuthorities } from '#db/catalogue/places.ts'
import { listRequestingCouncils, type RequestingCouncilFacts } from '#db/requesting/requesting-councils.ts'
import { findClosedPeriods } from '#db/scheduling/closed-periods.ts'
import type { Context, WebContext } from './context.server.ts'
import type { Viewer } from './domain/access/viewer.ts'
import { dateInAmsterdam } from './domain/calendar-text.ts'
import { describeMinutesLeft, minutesLeft, suggestMinutes } from './domain/catalogue/programme-minutes.ts'
import { type TailoredCatalogue, tailorCatalogue } from './domain/catalogue/tailor-catalogue.ts'
import { type Audience, type BriefingWish, mostPreferredDates } from './domain/requesting/briefing-wish.ts'
import { readPreferredDate } from './domain/requesting/preferred-date.ts'
import { councilsTakingPart } from './domain/requesting/taking-part.ts'
import { type WishFact, wishFacts } from './domain/requesting/wish-facts.ts'
import { type Planning, warningsFor } from './domain/scheduling/closed-period.ts'
import { formDataFrom } from './forms/requesting/draft-entries.ts'
import { requestForm } from './forms/requesting/request-form.ts'
import { anything, type RequestFormView, type TypedRequest } from './forms/requesting/request-form-view.ts'

type Entries = Record<string, string[]>

/** What the form was asked for: whose it is, and what was typed so far. Without entries it starts with a proposal for this council. */
export type AskedForm = { viewer: Viewer | undefined; lead: RequestingCouncilFacts; entries: Entries | undefined }

/** Everything that is known around one request form: the same for everybody, so read once until any of it changes. */
export async function readOffer(context: WebContext): Promise<Offer> {
  const today = dateInAmsterdam(context.now())
  return context.keptOffer.get(today.toString(), () => readOfferOf(context, today))
}

async function readOfferOf({ db, site }: Context, today: Temporal.PlainDate) {
  const [councils, municipalities, regions, waterAuthorities, topics, formats, closedPeriods] = await Promise.all([
    listRequestingCouncils(db, today),
    listMunicipalities(db, today),
    listRegions(db, today),
    listWaterAuthorities(db),
    listTopics(db),
    listSessionFormats(db),
    findClosedPeriods(db, today, today.add({ years: 2 })),
  ])
  const { minimumNoticeWeeks } = site
  return {
    today,
    councils,
    municipalities,
    regions,
    waterAuthorities,
    topics,
    formats,
    closedPeriods,
    minimumNoticeWeeks,
  }
}

export type Offer = Awaited<ReturnType<typeof readOfferOf>>

export function asksContact(viewer: Viewer | undefined, leadCouncilId: string): boolean {
  return !viewer?.councils.some(({ councilId }) => councilId === leadCouncilId)
}

/** The wish a form or draft holds, or what is still wrong with it. */
export function readWish(offer: Offer, { viewer, lead }: AskedForm, formData: FormData) {
  return parseWithZod(formData, {
    schema: requestForm({ today: offer.today, asksContact: asksContact(viewer, lead.councilId) }),
  })
}

/** The form as it is shown: choices made to measure for these councils, the programme so far, what speaks against a date. */
export function viewRequestForm(offer: Offer, asked: AskedForm, firstTopicId?: string): RequestFormView {
  const { lead, entries } = asked
  const typed = typedRequest(entries ?? proposal(offer, lead, firstTopicId))
  const taking = takingPart(offer, lead, typed)
  const catalogue = tailorTo(offer, taking)
  const formats = offer.formats
  return {
    lead: { councilId: lead.councilId, slug: lead.municipalitySlug, name: lead.municipalityName, seats: lead.seats },
    asksContact: asksContact(asked.viewer, lead.councilId),
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

function tailorTo(offer: Offer, councils: readonly RequestingCouncilFacts[]): TailoredCatalogue {
  const slugs = councils.map(({ municipalitySlug }) => municipalitySlug)
  return tailorCatalogue(
    offer.municipalities.filter(({ slug }) => slugs.includes(slug)),
    offer,
  )
}

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
  return {
    ...(payload as Partial<TypedRequest>),
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
  const reading = typed?.trim() ? readPreferredDate(typed) : undefined
  if (!reading?.ok) return []
  return warningsFor(reading.date, planning).map(({ sentence }) => sentence)
}

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
