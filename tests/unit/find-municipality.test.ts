import { expect, test } from '@playwright/test'
import { findMunicipality, lettersApart } from '#app/domain/catalogue/find-municipality.ts'
import { formerMunicipalities } from '#db/seed/zuid-holland/former-municipalities.ts'
import { municipalities } from '#db/seed/zuid-holland/municipalities.ts'

const find = (typed: string) => findMunicipality(typed, municipalities, formerMunicipalities)

/** The answer in one line, so that a table of expectations stays readable. */
function answer(typed: string): string {
  const search = find(typed)
  if (search.kind === 'found') return search.municipality.name
  if (search.kind === 'several') {
    return [...search.municipalities, ...search.formerMunicipalities].map(({ name }) => name).join(' | ')
  }
  if (search.kind === 'former')
    return `${search.formerName}, ${search.since} → ${search.successor?.name ?? search.note}`
  return search.kind
}

const EXPECTED: [typed: string, answer: string][] = [
  ['leiderdorp', 'Leiderdorp'],
  ['  LEIDERDORP ', 'Leiderdorp'],
  ['gemeente Leiden', 'Leiden'],
  ['gravenhage', 'Den Haag'],
  ["'s-gravenhage", 'Den Haag'],
  ['’s Gravenhage', 'Den Haag'],
  ['sgravenhage', 'Den Haag'],
  ['Den haag', 'Den Haag'],
  ['denhaag', 'Den Haag'],
  ['haag', 'Den Haag'],
  ['krimpen', 'Krimpen aan den IJssel | Krimpenerwaard'],
  ['krimpen a/d ijssel', 'Krimpen aan den IJssel'],
  ['Capelle a.d. IJssel', 'Capelle aan den IJssel'],
  ['alphen', 'Alphen aan den Rijn'],
  ['pijnacker nootdorp', 'Pijnacker-Nootdorp'],
  ['Ambacht', 'Hendrik-Ido-Ambacht'],
  ['Léidèn', 'Leiden'],
  ['leidne', 'Leiden'],
  ['Oestgeest', 'Oegstgeest'],
  ['Rotterdan', 'Rotterdam'],
  ['krimpe aan den ijsel', 'Krimpen aan den IJssel'],
  ['kaagenbrasem', 'Kaag en Braassem'],
  ['Kaag & Braassem', 'Kaag en Braassem'],
  ['papendregt', 'Papendrecht'],
  ['alfen aan de rijn', 'Alphen aan den Rijn'],
  ['gemeenteraad van Leiden', 'Leiden'],
  ['griffie Capelle aan den IJssel', 'Capelle aan den IJssel'],
  ['Noordwijk aan Zee', 'Noordwijk'],
  ['noordwijk', 'Noordwijk'],
  ['voorburg', 'Leidschendam-Voorburg'],
  ['Brielle', 'Brielle, 2023-01-01 → Voorne aan Zee'],
  ['briel', 'Brielle, 2023-01-01 → Voorne aan Zee'],
  ['noordwijkerhout', 'Noordwijkerhout, 2019-01-01 → Noordwijk'],
  ["'s-gravenzande", "'s-Gravenzande, 2004-01-01 → Westland"],
  ['boskoop', 'Boskoop, 2014-01-01 → Alphen aan den Rijn'],
  ['graafstroom', 'Graafstroom, 2013-01-01 → Molenlanden'],
  [
    'leerdam',
    'Leerdam, 2019-01-01 → Het gebied hoort nu bij de gemeente Vijfheerenlanden. Die ligt in de provincie Utrecht.',
  ],
  ['berg', 'Bergambacht | Bergschenhoek'],
  ['Amsterdam', 'none'],
  ['zzz', 'none'],
  ['', 'empty'],
  ["  ' - ", 'empty'],
]

for (const [typed, expected] of EXPECTED) {
  test(`"${typed}" gives ${expected}`, () => expect(answer(typed)).toBe(expected))
}

test('every current name, official name and former name finds its own municipality', () => {
  for (const one of municipalities) {
    for (const name of [one.name, one.officialName, one.slug]) {
      expect(find(name), name).toEqual({ kind: 'found', municipality: one })
    }
  }
  for (const former of formerMunicipalities) {
    const search = find(former.name)
    const successor = search.kind === 'former' ? search.successor : search.kind === 'found' && search.municipality
    expect(successor ? successor.id : undefined, former.name).toBe(former.successorId)
  }
})

test('strange input finds nothing and breaks nothing', () => {
  expect(find('%_.*(\\'.repeat(500)).kind).toBe('empty')
  expect(find('x'.repeat(100_000)).kind).toBe('none')
  expect(find('莱顿').kind).toBe('empty')
})

test('letters apart', () => {
  for (const [other, apart] of [
    ['leiden', 0],
    ['leidn', 1],
    ['leidden', 1],
    ['leiben', 1],
    ['lieden', 1],
    ['liedem', 2],
    ['lidn', 2],
    ['gouda', 5],
  ] as const)
    expect([other, lettersApart('leiden', other)]).toEqual([other, apart])
})
