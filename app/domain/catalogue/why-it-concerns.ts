import { joinNames } from './join-names.ts'
import type { RegionalPoint } from './offer.ts'
import { type Municipality, type NamedWaterAuthority, type Region, regionInSentence } from './place.ts'

type Point = Pick<RegionalPoint, 'text'>

type Facts = {
  municipalities: readonly Pick<Municipality, 'name'>[]
  regions: readonly Region[]
  points: readonly Point[]
  waterAuthorities: readonly NamedWaterAuthority[]
}

/**
 * "Waarom dit uw gemeente raakt": at most two short sentences, taken from the regional points and the water authorities.
 * Where neither says anything, one sentence says exactly that.
 */
export function whyItConcerns(facts: Facts): string[] {
  const sentences = [...waterSentences(facts), ...pointSentences(facts.points)]
  return sentences.length > 0 ? sentences.slice(0, 2) : noPoints(facts.regions)
}

/** The first sentence of each of the first points; a single point gives its first two. */
function pointSentences(points: readonly Point[]): string[] {
  const [first, second] = points
  if (first === undefined) return []
  if (second === undefined) return sentencesOf(first.text).slice(0, 2)
  return [first, second].flatMap(({ text }) => sentencesOf(text).slice(0, 1))
}

/** Splits at a full stop followed by a capital: "N206." inside a name or number stays whole. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+(?=\p{Lu})/u)
}

function waterSentences({ municipalities, waterAuthorities }: Facts): string[] {
  const certain = waterAuthorities.filter(({ certainty }) => certainty !== 'uncertain')
  const uncertain = waterAuthorities.filter(({ certainty }) => certainty === 'uncertain')
  return [
    ...(certain.length === 0 ? [] : [certainSentence(municipalities, certain)]),
    ...(uncertain.length === 0 ? [] : [`Of ook ${namesOf(uncertain)} hier werkt, is nog niet nagegaan.`]),
  ]
}

function certainSentence(municipalities: Facts['municipalities'], certain: readonly NamedWaterAuthority[]): string {
  const places = joinNames(municipalities.map(({ name }) => name))
  const [verb, noun] = certain.length === 1 ? ['heet', 'Het waterschap'] : ['heten', 'De waterschappen']
  return `${noun} voor ${places} ${verb} ${namesOf(certain)}.`
}

function namesOf(waterAuthorities: readonly NamedWaterAuthority[]): string {
  return joinNames(waterAuthorities.map(({ name }) => name))
}

function noPoints(regions: readonly Region[]): string[] {
  if (regions.length === 0) return []
  const names = joinNames(regions.map(({ name }) => regionInSentence(name)))
  return [`Bij dit onderwerp staan nog geen eigen punten over ${names}.`]
}
