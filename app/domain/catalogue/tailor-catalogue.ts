import { joinNames } from './join-names.ts'
import type { RegionalPoint, Topic } from './offer.ts'
import {
  type Municipality,
  type NamedWaterAuthority,
  type Region,
  regionInSentence,
  type WaterAuthority,
  type WaterAuthorityCertainty,
} from './place.ts'
import { whyItConcerns } from './why-it-concerns.ts'

export type TailoredPoint = Omit<RegionalPoint, 'regionId'> & {
  region: Region
  /** False for a region that the municipality only touches according to the letter. */
  isOwnRegion: boolean
}

export type TailoredTopic = {
  topic: Topic
  /** Own region first, in catalogue order. Empty when nothing regional is known: never filled with anything else. */
  points: TailoredPoint[]
  /** Only for topics that are about water. */
  waterAuthorities: NamedWaterAuthority[]
  /** At most two sentences, made of the data above and nothing else. */
  why: string[]
}

export type TailoredCatalogue = {
  /** The regions the councils belong to, without those they only touch. */
  regions: Region[]
  topics: TailoredTopic[]
  /** What to say when no topic has a point for the own region, else undefined. */
  emptyState: string | undefined
}

type Offer = {
  topics: readonly Topic[]
  regions: readonly Region[]
  waterAuthorities: readonly WaterAuthority[]
}

/**
 * The catalogue for one council or a free set of councils: "made to measure, per municipality or per region" (the letter).
 * Order: topics that always lead, then topics with a point for the own region, then for a region they touch, then the rest;
 * catalogue order within each.
 */
export function tailorCatalogue(municipalities: readonly Municipality[], offer: Offer): TailoredCatalogue {
  const own = regionsOf(municipalities, offer.regions, true)
  const touched = regionsOf(municipalities, offer.regions, false).filter((region) => !own.includes(region))
  const named = waterAuthoritiesOf(municipalities, offer.waterAuthorities)
  const topics = offer.topics
    .map((topic): TailoredTopic => {
      const points = [...pointsOf(topic, own, true), ...pointsOf(topic, touched, false)]
      const waterAuthorities = topic.showsWaterAuthority ? named : []
      const why = whyItConcerns({ municipalities, regions: own, points, waterAuthorities })
      return { topic, points, waterAuthorities, why }
    })
    .sort((one, other) => rank(one) - rank(other) || one.topic.position - other.topic.position)
  return { regions: own, topics, emptyState: emptyState(own, topics) }
}

function regionsOf(municipalities: readonly Municipality[], regions: readonly Region[], isMain: boolean): Region[] {
  const ids = municipalities.flatMap((one) => one.regions.filter((link) => link.isMain === isMain))
  return regions.filter(({ id }) => ids.some((link) => link.regionId === id))
}

function pointsOf(topic: Topic, regions: readonly Region[], isOwnRegion: boolean): TailoredPoint[] {
  return regions.flatMap((region) =>
    topic.regionalPoints
      .filter(({ regionId }) => regionId === region.id)
      .map(({ text, source }) => ({ text, source, region, isOwnRegion })),
  )
}

const SURENESS: WaterAuthorityCertainty[] = ['high', 'partly', 'uncertain']

/** Each water authority once, with the surest mark any of the municipalities gives it. */
function waterAuthoritiesOf(
  municipalities: readonly Municipality[],
  waterAuthorities: readonly WaterAuthority[],
): NamedWaterAuthority[] {
  const links = municipalities.flatMap((one) => one.waterAuthorities)
  return SURENESS.flatMap((certainty) =>
    waterAuthorities
      .filter(({ id }) => surest(links.filter((link) => link.waterAuthorityId === id)) === certainty)
      .map((waterAuthority) => ({ ...waterAuthority, certainty })),
  )
}

function surest(links: { certainty: WaterAuthorityCertainty }[]): WaterAuthorityCertainty | undefined {
  return SURENESS.find((certainty) => links.some((link) => link.certainty === certainty))
}

function rank({ topic, points }: TailoredTopic): number {
  if (topic.alwaysFirst) return 0
  if (points.some(({ isOwnRegion }) => isOwnRegion)) return 1
  return points.length > 0 ? 2 : 3
}

function emptyState(regions: readonly Region[], topics: readonly TailoredTopic[]): string | undefined {
  const filled = topics.some(({ points }) => points.some(({ isOwnRegion }) => isOwnRegion))
  if (filled || regions.length === 0) return undefined
  const names = joinNames(regions.map(({ name }) => regionInSentence(name)))
  return `Over ${names} staan hier nog geen eigen punten. U kunt alle onderwerpen kiezen. Wij vullen samen met u aan wat er in uw regio speelt.`
}
