import type { FormerMunicipality } from '#app/domain/catalogue/place.ts'
import { municipalities } from './municipalities.ts'

/** `since` is the day the municipality ceased to exist, `successor` the slug of the one its area belongs to now. */
type Merger = { since: string; successor?: string; names: string[]; note?: string }

/** Source of every row: general knowledge (algemene kennis). */
const MERGERS: Merger[] = [
  { since: '2023-01-01', successor: 'voorne-aan-zee', names: ['Brielle', 'Hellevoetsluis', 'Westvoorne'] },
  {
    since: '2019-01-01',
    successor: 'hoeksche-waard',
    names: ['Binnenmaas', 'Cromstrijen', 'Korendijk', 'Oud-Beijerland', 'Strijen'],
  },
  { since: '2019-01-01', successor: 'molenlanden', names: ['Giessenlanden', 'Molenwaard'] },
  { since: '2019-01-01', successor: 'noordwijk', names: ['Noordwijkerhout'] },
  {
    since: '2019-01-01',
    names: ['Leerdam', 'Zederik'],
    note: 'Het gebied hoort nu bij de gemeente Vijfheerenlanden. Die ligt in de provincie Utrecht.',
  },
  { since: '2015-01-01', successor: 'nissewaard', names: ['Spijkenisse', 'Bernisse'] },
  {
    since: '2015-01-01',
    successor: 'krimpenerwaard',
    names: ['Bergambacht', 'Nederlek', 'Ouderkerk', 'Schoonhoven', 'Vlist'],
  },
  { since: '2014-01-01', successor: 'alphen-aan-den-rijn', names: ['Boskoop', 'Rijnwoude'] },
  {
    since: '2013-01-01',
    successor: 'molenlanden',
    names: ['Graafstroom', 'Liesveld', 'Nieuw-Lekkerland'],
    note: 'Eerst werd het Molenwaard, sinds 1 januari 2019 is het Molenlanden.',
  },
  {
    since: '2013-01-01',
    successor: 'goeree-overflakkee',
    names: ['Goedereede', 'Dirksland', 'Middelharnis', 'Oostflakkee'],
  },
  { since: '2011-01-01', successor: 'bodegraven-reeuwijk', names: ['Bodegraven', 'Reeuwijk'] },
  { since: '2010-03-18', successor: 'rotterdam', names: ['Rozenburg'] },
  {
    since: '2010-01-01',
    successor: 'zuidplas',
    names: ['Moordrecht', 'Nieuwerkerk aan den IJssel', 'Zevenhuizen-Moerkapelle'],
  },
  { since: '2009-01-01', successor: 'kaag-en-braassem', names: ['Alkemade', 'Jacobswoude'] },
  { since: '2007-01-01', successor: 'nieuwkoop', names: ['Liemeer', 'Ter Aar'] },
  {
    since: '2007-01-01',
    successor: 'lansingerland',
    names: ['Bergschenhoek', 'Berkel en Rodenrijs', 'Bleiswijk'],
  },
  { since: '2006-01-01', successor: 'teylingen', names: ['Sassenheim', 'Voorhout', 'Warmond'] },
  { since: '2006-01-01', successor: 'katwijk', names: ['Rijnsburg', 'Valkenburg'] },
  {
    since: '2004-01-01',
    successor: 'westland',
    names: ['De Lier', 'Monster', 'Naaldwijk', "'s-Gravenzande", 'Wateringen'],
  },
  { since: '2004-01-01', successor: 'midden-delfland', names: ['Maasland', 'Schipluiden'] },
  { since: '2002-01-01', successor: 'leidschendam-voorburg', names: ['Leidschendam', 'Voorburg'] },
  { since: '2002-01-01', successor: 'pijnacker-nootdorp', names: ['Nootdorp', 'Pijnacker'] },
]

/** Names that people still type. */
export const formerMunicipalities: FormerMunicipality[] = MERGERS.flatMap(({ since, successor, names, note = '' }) =>
  names.map((name) => ({
    name,
    endedOn: Temporal.PlainDate.from(since),
    successorId: successor === undefined ? undefined : idOf(successor),
    note,
  })),
)

function idOf(slug: string): string {
  const municipality = municipalities.find((one) => one.slug === slug)
  if (municipality === undefined) throw new Error(`No municipality ${slug}`)
  return municipality.id
}
