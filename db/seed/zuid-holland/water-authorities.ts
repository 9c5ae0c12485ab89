import type { WaterAuthority } from '#app/domain/catalogue/place.ts'

export type WaterAuthoritySeed = WaterAuthority & { tooiUri: string; source: string }

const SOURCE =
  'TOOI-code en naam: lijst van 21 waterschappen (officieleNaamExclSoort); URI-patroon uit de TOOI-documentatie'

const NAMES: [id: string, name: string][] = [
  ['ws0616', 'Hoogheemraadschap van Rijnland'],
  ['ws0372', 'Hoogheemraadschap van Delfland'],
  ['ws0656', 'Hoogheemraadschap van Schieland en de Krimpenerwaard'],
  ['ws0655', 'Waterschap Hollandse Delta'],
  ['ws0621', 'Waterschap Rivierenland'],
  ['ws0636', 'Hoogheemraadschap De Stichtse Rijnlanden'],
  ['ws0155', 'Waterschap Amstel, Gooi en Vecht'],
]

export const waterAuthorities: WaterAuthoritySeed[] = NAMES.map(([id, name]) => ({
  id,
  tooiUri: `https://identifier.overheid.nl/tooi/id/waterschap/${id}`,
  name,
  source: SOURCE,
}))
