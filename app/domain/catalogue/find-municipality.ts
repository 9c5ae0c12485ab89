import type { FormerMunicipality, Municipality } from './place.ts'

type Searchable = Pick<Municipality, 'id' | 'slug' | 'name' | 'officialName'>

export type MunicipalitySearch<Found extends Searchable = Municipality> =
  | { kind: 'empty' }
  | { kind: 'found'; municipality: Found }
  | { kind: 'several'; municipalities: Found[]; formerMunicipalities: FormerMunicipality[] }
  /** Without `successor` the area lies in another province; `note` says where. */
  | { kind: 'former'; formerName: string; since: Temporal.PlainDate; successor: Found | undefined; note: string }
  | { kind: 'none' }

/**
 * Finds a municipality the way people type one: without accents, apostrophes or hyphens, "Den Haag" or "gravenhage", only
 * the beginning of a word, with words around it ("griffie Leiden"), or with one letter wrong, of a long name two. Nearer matches
 * hide farther ones; among equals the order is that of the alphabet. A name that no longer exists is answered with its successor.
 */
export function findMunicipality<Found extends Searchable>(
  typed: string,
  municipalities: readonly Found[],
  formerMunicipalities: readonly FormerMunicipality[],
): MunicipalitySearch<Found> {
  const query = normalise(typed)
  if (query === '') return { kind: 'empty' }
  for (const matches of MATCHERS) {
    const current = municipalities.filter((one) => namesOf(one).some((name) => matches(name, query))).sort(byName)
    const former = formerMunicipalities.filter(({ name }) => matches(normalise(name), query)).sort(byName)
    const [onlyCurrent] = current
    const [onlyFormer] = former
    if (onlyCurrent !== undefined && current.length === 1) return { kind: 'found', municipality: onlyCurrent }
    if (onlyCurrent !== undefined) return { kind: 'several', municipalities: current, formerMunicipalities: [] }
    if (onlyFormer !== undefined && former.length === 1) return formerMatch(onlyFormer, municipalities)
    if (onlyFormer !== undefined) return { kind: 'several', municipalities: [], formerMunicipalities: former }
  }
  return { kind: 'none' }
}

/** Lower case, no accents, no leading "'s-" or "gemeente", words apart by one space; "a/d" and "aan de" are "aan den", "&" is "en". */
function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\ba[/.]?\s?d[./]?(?=\s)/g, 'aan den')
    .replaceAll('&', ' en ')
    .replace(/['’‘`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\baan de\b/g, 'aan den')
    .trim()
    .replace(/^gemeente /, '')
    .replace(/^s (?=\S)/, '')
    .replace(/^sgraven/, 'graven')
}

type Matcher = (name: string, query: string) => boolean

const MATCHERS: Matcher[] = [
  (name, query) => name === query || squashed(name) === squashed(query),
  (name, query) => name.startsWith(query) || squashed(name).startsWith(squashed(query)),
  (name, query) => ` ${name}`.includes(` ${query}`),
  (name, query) => ` ${query} `.includes(` ${name} `),
  (name, query) => query.length >= 5 && lettersApart(squashed(name), squashed(query)) <= 1,
  (name, query) => query.length >= 9 && lettersApart(squashed(name), squashed(query)) <= 2,
]

function formerMatch<Found extends Searchable>(
  former: FormerMunicipality,
  municipalities: readonly Found[],
): MunicipalitySearch<Found> {
  const successor = municipalities.find(({ id }) => id === former.successorId)
  // Voorburg is still in the name Leidschendam-Voorburg: nothing to explain, take people there.
  if (successor !== undefined && ` ${normalise(successor.name)} `.includes(` ${normalise(former.name)} `)) {
    return { kind: 'found', municipality: successor }
  }
  return { kind: 'former', formerName: former.name, since: former.endedOn, successor, note: former.note }
}

function namesOf(municipality: Searchable): string[] {
  return [normalise(municipality.name), normalise(municipality.officialName)]
}

function squashed(name: string): string {
  return name.replaceAll(' ', '')
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1
}

/** How many letters were changed, added, left out, or swapped with their neighbour. Names differ by far when their lengths do: then only that is said. */
export function lettersApart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return Math.abs(one.length - other.length)
  let [before, row]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next[j] = Math.min(
        at(next, j - 1) + 1,
        at(row, j) + 1,
        at(row, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        isSwapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = row
    row = next
  }
  return at(row, other.length)
}

const at = (row: readonly number[] | undefined, index: number) => row?.[index] ?? Number.POSITIVE_INFINITY
