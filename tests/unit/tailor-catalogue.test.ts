import { expect, test } from '@playwright/test'
import { regionInSentence } from '#app/domain/catalogue/place.ts'
import { tailorCatalogue } from '#app/domain/catalogue/tailor-catalogue.ts'
import { sentencesOf } from '#app/domain/catalogue/why-it-concerns.ts'
import { municipalities } from '#db/seed/zuid-holland/municipalities.ts'
import { topics } from '#db/seed/zuid-holland/offer.ts'
import { regions } from '#db/seed/zuid-holland/regions.ts'
import { waterAuthorities } from '#db/seed/zuid-holland/water-authorities.ts'

const offer = { topics, regions, waterAuthorities }
const tailor = (...slugs: string[]) =>
  tailorCatalogue(
    municipalities.filter(({ slug }) => slugs.includes(slug)),
    offer,
  )
const idsOf = (catalogue: ReturnType<typeof tailor>) => catalogue.topics.map(({ topic }) => topic.id)
const topicOf = (catalogue: ReturnType<typeof tailor>, id: string) =>
  catalogue.topics.find(({ topic }) => topic.id === id)

test('Leiderdorp: who does what leads, then what is going on in the Leidse regio, then the rest', () => {
  const catalogue = tailor('leiderdorp')
  expect(idsOf(catalogue)).toEqual([
    'wie-doet-wat',
    'samenwerking-en-bestuurskracht',
    'bereikbaarheid',
    'economie',
    'wonen',
    'bedrijventerreinen',
    'ruimte-en-verstedelijking',
    'energie-en-warmte',
    'water-klimaat-natuur',
    'dorpen-en-kernen',
    'veiligheid-en-ondermijning',
    'digitalisering',
    'hulp-en-subsidies',
  ])
  expect(catalogue.emptyState).toBeUndefined()
  expect(topicOf(catalogue, 'bereikbaarheid')?.points).toHaveLength(3)
  expect(topicOf(catalogue, 'bereikbaarheid')?.why).toEqual([
    'Station Leiden Centraal is het belangrijkste knooppunt van openbaar vervoer in de regio.',
    'De provincie investeert in de N206, in snelfietsroutes en doet mee aan MIRT-verkenningen.',
  ])
  expect(topicOf(catalogue, 'water-klimaat-natuur')?.why).toEqual([
    'Het waterschap voor Leiderdorp heet Hoogheemraadschap van Rijnland.',
  ])
  expect(topicOf(catalogue, 'digitalisering')?.why).toEqual([
    'Bij dit onderwerp staan nog geen eigen punten over de Leidse regio.',
  ])
})

test('Katwijk: points of its own region come before those of the region it touches', () => {
  const catalogue = tailor('katwijk')
  expect(catalogue.regions.map(({ name }) => name)).toEqual(['Duin- en Bollenstreek'])
  expect(idsOf(catalogue).slice(0, 4)).toEqual(['wie-doet-wat', 'economie', 'wonen', 'samenwerking-en-bestuurskracht'])
  expect(topicOf(catalogue, 'wonen')?.points.map(({ isOwnRegion, region }) => [isOwnRegion, region.id])).toEqual([
    [true, 'duin-en-bollenstreek'],
    [false, 'leidse-regio'],
    [false, 'leidse-regio'],
    [false, 'leidse-regio'],
  ])
})

test('a region without points of its own says so and keeps the catalogue order', () => {
  const catalogue = tailor('dordrecht')
  expect(idsOf(catalogue)).toEqual(topics.map(({ id }) => id))
  expect(catalogue.topics.flatMap(({ points }) => points)).toEqual([])
  expect(catalogue.emptyState).toBe(
    'Over de Drechtsteden staan hier nog geen eigen punten. U kunt alle onderwerpen kiezen. Wij vullen samen met u aan wat er in uw regio speelt.',
  )
})

test('a free set of councils gets the points of all its regions, each water authority once', () => {
  const catalogue = tailor('leiden', 'noordwijk', 'zoetermeer')
  expect(catalogue.regions.map(({ id }) => id)).toEqual(['leidse-regio', 'duin-en-bollenstreek', 'haagse-regio'])
  expect(topicOf(catalogue, 'economie')?.points.map(({ region }) => region.id)).toEqual([
    'leidse-regio',
    'leidse-regio',
    'leidse-regio',
    'duin-en-bollenstreek',
    'duin-en-bollenstreek',
  ])
  expect(topicOf(catalogue, 'economie')?.points.every(({ isOwnRegion }) => isOwnRegion)).toBe(true)
  const water = topicOf(catalogue, 'water-klimaat-natuur')
  expect(water?.waterAuthorities.map(({ id, certainty }) => [id, certainty])).toEqual([
    ['ws0616', 'high'],
    ['ws0372', 'partly'],
    ['ws0656', 'partly'],
  ])
  expect(water?.why).toEqual([
    'De waterschappen voor Leiden, Noordwijk en Zoetermeer heten Hoogheemraadschap van Rijnland, Hoogheemraadschap van Delfland en Hoogheemraadschap van Schieland en de Krimpenerwaard.',
  ])
})

test('an unconfirmed water authority is told as unconfirmed', () => {
  expect(topicOf(tailor('krimpenerwaard'), 'water-klimaat-natuur')?.why).toEqual([
    'Het waterschap voor Krimpenerwaard heet Hoogheemraadschap van Schieland en de Krimpenerwaard.',
    'Of ook Hoogheemraadschap De Stichtse Rijnlanden hier werkt, is nog niet nagegaan.',
  ])
})

test('for every municipality: all topics once, one or two sentences each, and none that is not in the data', () => {
  const known = topics.flatMap(({ regionalPoints }) => regionalPoints.flatMap(({ text }) => sentencesOf(text)))
  for (const { slug } of municipalities) {
    const catalogue = tailor(slug)
    expect(idsOf(catalogue).sort()).toEqual(topics.map(({ id }) => id).sort())
    for (const { why, points, waterAuthorities: shown, topic } of catalogue.topics) {
      expect([1, 2]).toContain(why.length)
      expect(shown.length > 0).toBe(topic.showsWaterAuthority)
      if (points.length > 0 && shown.length === 0) expect(known).toEqual(expect.arrayContaining(why))
    }
  }
})

test('no municipalities: the plain catalogue', () => {
  expect(idsOf(tailor())).toEqual(topics.map(({ id }) => id))
  expect(tailor().emptyState).toBeUndefined()
})

test('region names as they stand in a sentence', () => {
  expect(regions.map(({ name }) => regionInSentence(name))).toEqual([
    'de Leidse regio',
    'de Duin- en Bollenstreek',
    'de Rijn- en Veenstreek',
    'Midden-Holland',
    'de Haagse regio',
    'de Rotterdamse regio',
    'Voorne-Putten',
    'de Drechtsteden',
    'de Alblasserwaard',
    'de Hoeksche Waard',
    'Goeree-Overflakkee',
  ])
})
