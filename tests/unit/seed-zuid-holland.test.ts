import { expect, test } from '@playwright/test'
import { PARTIES } from '#app/domain/catalogue/offer.ts'
import { closedPeriods } from '#db/seed/zuid-holland/closed-periods.ts'
import { formerMunicipalities } from '#db/seed/zuid-holland/former-municipalities.ts'
import { letters } from '#db/seed/zuid-holland/letters.ts'
import { municipalities } from '#db/seed/zuid-holland/municipalities.ts'
import { supportOffers, topics } from '#db/seed/zuid-holland/offer.ts'
import { regions } from '#db/seed/zuid-holland/regions.ts'
import { tileOf, tiles } from '#db/seed/zuid-holland/tile-map.ts'
import { waterAuthorities } from '#db/seed/zuid-holland/water-authorities.ts'

const ids = (values: { id: string }[]) => values.map(({ id }) => id)
const bySlug = (slug: string) => municipalities.find((one) => one.slug === slug)

/** Municipalities and council seats of each region, as the province's own reports and the Gemeentewet give them. */
const REGION_TOTALS = {
  'leidse-regio': [5, 117],
  'duin-en-bollenstreek': [5, 125],
  'rijn-en-veenstreek': [3, 81],
  'midden-holland': [5, 145],
  'haagse-regio': [9, 299],
  'rotterdamse-regio': [10, 308],
  'voorne-putten': [2, 72],
  drechtsteden: [7, 169],
  alblasserwaard: [2, 54],
  'hoeksche-waard': [1, 37],
  'goeree-overflakkee': [1, 31],
}

test('fifty municipalities, each in one main region, with the totals the regions are known by', () => {
  expect(municipalities).toHaveLength(50)
  expect(new Set(ids(municipalities)).size).toBe(50)
  expect(new Set(municipalities.map(({ slug }) => slug)).size).toBe(50)
  const totals = Object.fromEntries(
    regions.map(({ id }) => {
      const members = municipalities.filter((one) => one.regions.some((link) => link.isMain && link.regionId === id))
      return [id, [members.length, members.reduce((sum, { seats }) => sum + seats, 0)]]
    }),
  )
  expect(totals).toEqual(REGION_TOTALS)
})

test('every region and water authority that a municipality names exists, with its marks', () => {
  for (const one of municipalities) {
    expect(one.regions.filter(({ isMain }) => isMain)).toHaveLength(1)
    expect(ids(regions)).toEqual(expect.arrayContaining(one.regions.map(({ regionId }) => regionId)))
    expect(ids(waterAuthorities)).toEqual(
      expect.arrayContaining(one.waterAuthorities.map(({ waterAuthorityId }) => waterAuthorityId)),
    )
  }
  expect(bySlug('katwijk')?.regions).toEqual([
    { regionId: 'duin-en-bollenstreek', isMain: true },
    { regionId: 'leidse-regio', isMain: false },
  ])
  expect(bySlug('nieuwkoop')?.waterAuthorities).toEqual([
    { waterAuthorityId: 'ws0616', certainty: 'partly' },
    { waterAuthorityId: 'ws0636', certainty: 'uncertain' },
    { waterAuthorityId: 'ws0155', certainty: 'uncertain' },
  ])
})

test('the legal number of seats follows the inhabitants (Gemeentewet art. 8)', () => {
  const limits = [3, 6, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 100, 200].map((thousands) => thousands * 1000)
  const seats = [9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 45]
  for (const { slug, inhabitants, seats: given } of municipalities) {
    const expected = seats[limits.filter((limit) => inhabitants > limit).length]
    expect(`${slug} ${given}`).toBe(`${slug} ${expected}`)
  }
})

test('the tile map has one tile for each municipality and no two on one place', () => {
  expect([...tiles.keys()].sort()).toEqual(municipalities.map(({ slug }) => slug).sort())
  expect(new Set([...tiles.values()].map(({ column, row }) => `${column},${row}`)).size).toBe(50)
  expect(() => tileOf('brielle')).toThrow('brielle')
})

test('the tile map lies like Zuid-Holland', () => {
  const west = (one: string, other: string) => expect(tileOf(one).column, one).toBeLessThan(tileOf(other).column)
  const north = (one: string, other: string) => expect(tileOf(one).row, one).toBeLessThan(tileOf(other).row)
  for (const slug of tiles.keys()) {
    expect(tileOf(slug).row).toBeGreaterThanOrEqual(tileOf('hillegom').row)
    expect(tileOf(slug).column).toBeGreaterThanOrEqual(tileOf('goeree-overflakkee').column)
    expect(tileOf(slug).column).toBeLessThanOrEqual(tileOf('gorinchem').column)
    expect(tileOf(slug).row).toBeLessThanOrEqual(tileOf('goeree-overflakkee').row)
  }
  west('katwijk', 'oegstgeest')
  west('leiden', 'leiderdorp')
  west('westland', 'rijswijk')
  west('maassluis', 'vlaardingen')
  west('rotterdam', 'capelle-aan-den-ijssel')
  north('noordwijk', 'katwijk')
  north('oegstgeest', 'leiden')
  north('delft', 'schiedam')
  north('rotterdam', 'barendrecht')
  north('papendrecht', 'dordrecht')
})

test('thirteen topics, each with six role cards, known support and a source for every line', () => {
  expect(topics).toHaveLength(13)
  expect(topics.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  expect(topics.filter(({ alwaysFirst }) => alwaysFirst).map(({ id }) => id)).toEqual(['wie-doet-wat'])
  for (const topic of topics) {
    expect(topic.roleCards.map(({ party }) => party).sort()).toEqual([...PARTIES].sort())
    expect(ids(supportOffers)).toEqual(expect.arrayContaining(topic.supportIds))
    expect(topic.minutesShort).toBeLessThanOrEqual(topic.minutesStandard)
    for (const { text } of [topic.summary, ...topic.roleCards, ...topic.regionalPoints]) expect(text).toMatch(/[.?]$/)
  }
})

test('regional points come from the letter only, and only for regions it speaks of', () => {
  const points = topics.flatMap(({ regionalPoints }) => regionalPoints)
  expect(points.length).toBeGreaterThan(0)
  expect(points.filter(({ source }) => source !== 'letter')).toEqual([])
  expect([...new Set(points.map(({ regionId }) => regionId))].sort()).toEqual(['duin-en-bollenstreek', 'leidse-regio'])
})

test('one letter, for the Leidse regio', () => {
  expect(letters.map(({ dosNumber, secondKey, regionIds }) => [dosNumber, secondKey, regionIds])).toEqual([
    ['DOS-2026-0001081', 'PZH-2026-888179004', ['leidse-regio']],
  ])
})

test('closed periods have unique names and run forward', () => {
  expect(new Set(ids(closedPeriods)).size).toBe(closedPeriods.length)
  for (const { firstDay, lastDay } of closedPeriods) {
    expect(Temporal.PlainDate.compare(firstDay, lastDay)).toBeLessThanOrEqual(0)
  }
  expect(closedPeriods.find(({ id }) => id === 'dag-2027-05-04')?.name).toBe('Dodenherdenking')
})

test('former municipalities are not current ones and name their successor or the other province', () => {
  const current = municipalities.map(({ name }) => name)
  for (const { name, successorId, note } of formerMunicipalities) {
    expect(current).not.toContain(name)
    expect(successorId !== undefined || note.includes('provincie Utrecht'), name).toBe(true)
  }
  expect(new Set(formerMunicipalities.map(({ name }) => name)).size).toBe(formerMunicipalities.length)
})
