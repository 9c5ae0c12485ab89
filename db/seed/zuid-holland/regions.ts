import type { Certainty, Region } from '#app/domain/catalogue/place.ts'

/**
 * The eleven administrative regions the province writes to. A region is data with dates and a municipality may be in several:
 * the letter itself says that there are more ways to divide Zuid-Holland.
 */
export type RegionSeed = Region & { source: string }

const SOURCE =
  'Provincie Zuid-Holland, Slimmer en Sterker Bestuur, tweede tussenrapportage (december 2017) en rapportage 2018, hoofdstuk Rapportage per gebied; hollandrijnland.nl/over-ons; overige ledenlijsten: algemene kennis'

const ROWS: [id: string, name: string, parentName: string, certainty?: Certainty][] = [
  ['leidse-regio', 'Leidse regio', 'Holland Rijnland'],
  ['duin-en-bollenstreek', 'Duin- en Bollenstreek', 'Holland Rijnland'],
  ['rijn-en-veenstreek', 'Rijn- en Veenstreek', 'Holland Rijnland'],
  ['midden-holland', 'Midden-Holland', 'Midden-Holland'],
  ['haagse-regio', 'Haagse regio', 'Regio Rotterdam-Den Haag'],
  ['rotterdamse-regio', 'Rotterdamse regio', 'Regio Rotterdam-Den Haag'],
  ['voorne-putten', 'Voorne-Putten', 'Regio Rotterdam-Den Haag', 'middle'],
  ['drechtsteden', 'Drechtsteden', 'Zuid-Holland Zuid'],
  ['alblasserwaard', 'Alblasserwaard', 'Zuid-Holland Zuid'],
  ['hoeksche-waard', 'Hoeksche Waard', 'Zuid-Holland Zuid'],
  ['goeree-overflakkee', 'Goeree-Overflakkee', 'Zuid-Holland Zuid'],
]

/** The 2018 report counts Voorne-Putten with the Rotterdamse regio, hence its lower certainty. */
export const regions: RegionSeed[] = ROWS.map(([id, name, parentName, certainty = 'high']) => ({
  id,
  name,
  parentName,
  certainty,
  source: SOURCE,
}))
