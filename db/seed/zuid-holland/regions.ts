import type { Certainty, Region } from '#app/domain/catalogue/place.ts'

/**
 * The eleven administrative regions the province writes to. A region is data with dates and a municipality may be in several:
 * the letter itself says that there are more ways to divide Zuid-Holland.
 */
export type RegionSeed = Region & { source: string }

const SOURCE =
  'Provincie Zuid-Holland, Slimmer en Sterker Bestuur, tweede tussenrapportage (december 2017) en rapportage 2018, hoofdstuk Rapportage per gebied; hollandrijnland.nl/over-ons; overige ledenlijsten: algemene kennis'

const ROWS: [id: string, name: string, certainty?: Certainty][] = [
  ['leidse-regio', 'Leidse regio'],
  ['duin-en-bollenstreek', 'Duin- en Bollenstreek'],
  ['rijn-en-veenstreek', 'Rijn- en Veenstreek'],
  ['midden-holland', 'Midden-Holland'],
  ['haagse-regio', 'Haagse regio'],
  ['rotterdamse-regio', 'Rotterdamse regio'],
  ['voorne-putten', 'Voorne-Putten', 'middle'],
  ['drechtsteden', 'Drechtsteden'],
  ['alblasserwaard', 'Alblasserwaard'],
  ['hoeksche-waard', 'Hoeksche Waard'],
  ['goeree-overflakkee', 'Goeree-Overflakkee'],
]

/** The 2018 report counts Voorne-Putten with the Rotterdamse regio, hence its lower certainty. */
export const regions: RegionSeed[] = ROWS.map(([id, name, certainty = 'high']) => ({
  id,
  name,
  certainty,
  source: SOURCE,
}))
