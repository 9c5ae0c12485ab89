import type { Municipality } from '#app/domain/catalogue/place.ts'

/** The fifty municipalities of 2026. In ROWS a water authority's code alone is certain, `~` is partly, `?` is unconfirmed. */
export type MunicipalitySeed = Municipality & {
  tooiUri: string
  inhabitants: number
  source: string
}

const COMMON_SOURCE =
  'code en naam: CBS 2026 (cartomap/nl gemeente_2026, gelijk aan de Iv3-lijst 2026) | regio: zie regio | inwoners: CBS 1-1-2025 | zetels: berekend met Gemeentewet art. 1 en 8'

const WATER_SOURCES = {
  alblasserwaard: 'algemene kennis (Alblasserwaard); niet in een dataset nagegaan',
  alphen: 'Rijnland (o.a. Boskoop genoemd op rijnland.net); randen met De Stichtse Rijnlanden niet nagegaan',
  islands: 'algemene kennis (Zuid-Hollandse eilanden); niet in een dataset nagegaan',
  schielandEast: 'Schieland en de Krimpenerwaard (waterbeheerprogramma noemt Capelle; Krimpen uit algemene kennis)',
  delfland: 'waternatuurlijk.nl/delfland: gemeente ligt (geheel) in Delfland',
  gouda: 'Rijnland loopt tot Gouda; Schieland en de Krimpenerwaard grenst/ligt in Gouda',
  rijnland: 'algemene kennis; ligt midden in het werkgebied van Rijnland (rijnland.net)',
  nieuwkoop:
    'kern Rijnland; randen bij Woerdense Verlaat/Grecht (De Stichtse Rijnlanden) en Amstel, Gooi en Vecht niet bevestigd',
  rotterdam:
    'waternatuurlijk.nl/delfland: deel; Schieland en de Krimpenerwaard noemt Rotterdam; ten zuiden van de Maas Hollandse Delta (algemene kennis)',
  waddinxveen:
    'Rijnland (watergebiedsplan noemt delen van Waddinxveen); deel Schieland en de Krimpenerwaard niet bevestigd',
  delflandAndRijnland: 'waternatuurlijk.nl/delfland: deel van de gemeente; overig deel Rijnland',
  zoetermeer:
    'waternatuurlijk.nl/delfland: deel; Schieland en de Krimpenerwaard noemt Zoetermeer; deel Rijnland uit algemene kennis',
  lansingerland: 'waternatuurlijk.nl/delfland: deel; Schieland en de Krimpenerwaard noemt Lansingerland',
  zuidplas: 'Schieland en de Krimpenerwaard noemt Zuidplas; deel Rijnland niet bevestigd',
  bodegraven:
    'Rijnland (watergebiedsplan Bodegraven/Reeuwijk) en De Stichtse Rijnlanden (klein deel Zuid-Holland, Dubbele Wiericke)',
  krimpenerwaard: 'Schieland en de Krimpenerwaard; strook langs de Vlist bij De Stichtse Rijnlanden niet bevestigd',
}

type Row = [
  code: string,
  slug: string,
  name: string,
  regionId: string,
  inhabitants: number,
  seats: number,
  waterAuthorities: string,
  waterSource: keyof typeof WATER_SOURCES,
]

const ROWS: Row[] = [
  ['0482', 'alblasserdam', 'Alblasserdam', 'drechtsteden', 20242, 19, 'ws0621', 'alblasserwaard'],
  ['0484', 'alphen-aan-den-rijn', 'Alphen aan den Rijn', 'rijn-en-veenstreek', 115773, 39, 'ws0616', 'alphen'],
  ['0489', 'barendrecht', 'Barendrecht', 'rotterdamse-regio', 48550, 29, 'ws0655', 'islands'],
  [
    '0502',
    'capelle-aan-den-ijssel',
    'Capelle aan den IJssel',
    'rotterdamse-regio',
    68624,
    33,
    'ws0656',
    'schielandEast',
  ],
  ['0503', 'delft', 'Delft', 'haagse-regio', 110173, 39, 'ws0372', 'delfland'],
  ['0505', 'dordrecht', 'Dordrecht', 'drechtsteden', 122796, 39, 'ws0655', 'islands'],
  ['0512', 'gorinchem', 'Gorinchem', 'alblasserwaard', 38842, 25, 'ws0621', 'alblasserwaard'],
  ['0513', 'gouda', 'Gouda', 'midden-holland', 76514, 35, 'ws0616~ ws0656~', 'gouda'],
  ['0518', 'den-haag', 'Den Haag', 'haagse-regio', 568945, 45, 'ws0372', 'delfland'],
  ['0523', 'hardinxveld-giessendam', 'Hardinxveld-Giessendam', 'drechtsteden', 19123, 17, 'ws0621', 'alblasserwaard'],
  ['0531', 'hendrik-ido-ambacht', 'Hendrik-Ido-Ambacht', 'drechtsteden', 32859, 23, 'ws0655', 'islands'],
  ['0534', 'hillegom', 'Hillegom', 'duin-en-bollenstreek', 22786, 19, 'ws0616', 'rijnland'],
  ['0537', 'katwijk', 'Katwijk', 'duin-en-bollenstreek', 67089, 33, 'ws0616', 'rijnland'],
  [
    '0542',
    'krimpen-aan-den-ijssel',
    'Krimpen aan den IJssel',
    'rotterdamse-regio',
    29793,
    21,
    'ws0656',
    'schielandEast',
  ],
  ['0546', 'leiden', 'Leiden', 'leidse-regio', 130638, 39, 'ws0616', 'rijnland'],
  ['0547', 'leiderdorp', 'Leiderdorp', 'leidse-regio', 27751, 21, 'ws0616', 'rijnland'],
  ['0553', 'lisse', 'Lisse', 'duin-en-bollenstreek', 23582, 19, 'ws0616', 'rijnland'],
  ['0556', 'maassluis', 'Maassluis', 'rotterdamse-regio', 36436, 25, 'ws0372', 'delfland'],
  ['0569', 'nieuwkoop', 'Nieuwkoop', 'rijn-en-veenstreek', 29521, 21, 'ws0616~ ws0636? ws0155?', 'nieuwkoop'],
  ['0575', 'noordwijk', 'Noordwijk', 'duin-en-bollenstreek', 45929, 29, 'ws0616', 'rijnland'],
  ['0579', 'oegstgeest', 'Oegstgeest', 'leidse-regio', 26058, 21, 'ws0616', 'rijnland'],
  ['0590', 'papendrecht', 'Papendrecht', 'drechtsteden', 32299, 23, 'ws0621', 'alblasserwaard'],
  ['0597', 'ridderkerk', 'Ridderkerk', 'rotterdamse-regio', 47999, 29, 'ws0655', 'islands'],
  ['0599', 'rotterdam', 'Rotterdam', 'rotterdamse-regio', 672960, 45, 'ws0372~ ws0656~ ws0655~', 'rotterdam'],
  ['0603', 'rijswijk', 'Rijswijk', 'haagse-regio', 60717, 33, 'ws0372', 'delfland'],
  ['0606', 'schiedam', 'Schiedam', 'rotterdamse-regio', 82232, 37, 'ws0372', 'delfland'],
  ['0610', 'sliedrecht', 'Sliedrecht', 'drechtsteden', 26601, 21, 'ws0621', 'alblasserwaard'],
  ['0613', 'albrandswaard', 'Albrandswaard', 'rotterdamse-regio', 26707, 21, 'ws0655', 'islands'],
  ['0622', 'vlaardingen', 'Vlaardingen', 'rotterdamse-regio', 77260, 35, 'ws0372', 'delfland'],
  ['0626', 'voorschoten', 'Voorschoten', 'leidse-regio', 25900, 21, 'ws0616', 'rijnland'],
  ['0627', 'waddinxveen', 'Waddinxveen', 'midden-holland', 35031, 25, 'ws0616~ ws0656?', 'waddinxveen'],
  ['0629', 'wassenaar', 'Wassenaar', 'haagse-regio', 27525, 21, 'ws0372~ ws0616~', 'delflandAndRijnland'],
  ['0637', 'zoetermeer', 'Zoetermeer', 'haagse-regio', 129862, 39, 'ws0372~ ws0656~ ws0616~', 'zoetermeer'],
  ['0638', 'zoeterwoude', 'Zoeterwoude', 'leidse-regio', 10141, 15, 'ws0616', 'rijnland'],
  ['0642', 'zwijndrecht', 'Zwijndrecht', 'drechtsteden', 44669, 27, 'ws0655', 'islands'],
  ['1525', 'teylingen', 'Teylingen', 'duin-en-bollenstreek', 38411, 25, 'ws0616', 'rijnland'],
  ['1621', 'lansingerland', 'Lansingerland', 'rotterdamse-regio', 66064, 33, 'ws0372~ ws0656~', 'lansingerland'],
  ['1783', 'westland', 'Westland', 'haagse-regio', 116916, 39, 'ws0372', 'delfland'],
  ['1842', 'midden-delfland', 'Midden-Delfland', 'haagse-regio', 19423, 17, 'ws0372', 'delfland'],
  ['1884', 'kaag-en-braassem', 'Kaag en Braassem', 'rijn-en-veenstreek', 29316, 21, 'ws0616', 'rijnland'],
  ['1892', 'zuidplas', 'Zuidplas', 'midden-holland', 48726, 29, 'ws0656~ ws0616?', 'zuidplas'],
  ['1901', 'bodegraven-reeuwijk', 'Bodegraven-Reeuwijk', 'midden-holland', 37209, 25, 'ws0616~ ws0636~', 'bodegraven'],
  [
    '1916',
    'leidschendam-voorburg',
    'Leidschendam-Voorburg',
    'haagse-regio',
    78318,
    35,
    'ws0372~ ws0616~',
    'delflandAndRijnland',
  ],
  ['1924', 'goeree-overflakkee', 'Goeree-Overflakkee', 'goeree-overflakkee', 52185, 31, 'ws0655', 'islands'],
  ['1926', 'pijnacker-nootdorp', 'Pijnacker-Nootdorp', 'haagse-regio', 58126, 31, 'ws0372', 'delfland'],
  ['1930', 'nissewaard', 'Nissewaard', 'voorne-putten', 88341, 37, 'ws0655', 'islands'],
  ['1931', 'krimpenerwaard', 'Krimpenerwaard', 'midden-holland', 57798, 31, 'ws0656 ws0636?', 'krimpenerwaard'],
  ['1963', 'hoeksche-waard', 'Hoeksche Waard', 'hoeksche-waard', 90747, 37, 'ws0655', 'islands'],
  ['1978', 'molenlanden', 'Molenlanden', 'alblasserwaard', 45363, 29, 'ws0621', 'alblasserwaard'],
  ['1992', 'voorne-aan-zee', 'Voorne aan Zee', 'voorne-putten', 74527, 35, 'ws0655', 'islands'],
]

const OFFICIAL_NAMES: Record<string, string> = { 'den-haag': "'s-Gravenhage" }

/** Waddinxveen has 31 inhabitants more than the limit between two numbers of seats, so another count may give another number. */
const UNSURE_SEATS = new Set(['waddinxveen'])

/** The letter to the Leidse regio names places that lie in these municipalities. */
const ALSO_TOUCHES: Record<string, string[]> = { katwijk: ['leidse-regio'], noordwijk: ['leidse-regio'] }

export const municipalities: MunicipalitySeed[] = ROWS.map(
  ([code, slug, name, regionId, inhabitants, seats, waterAuthorities, waterSource]) => ({
    id: `gm${code}`,
    tooiUri: `https://identifier.overheid.nl/tooi/id/gemeente/gm${code}`,
    slug,
    name,
    officialName: OFFICIAL_NAMES[slug] ?? name,
    seats,
    seatsCertainty: UNSURE_SEATS.has(slug) ? 'middle' : 'high',
    inhabitants,
    regions: [
      { regionId, isMain: true },
      ...(ALSO_TOUCHES[slug] ?? []).map((touched) => ({ regionId: touched, isMain: false })),
    ],
    waterAuthorities: waterAuthorities.split(' ').map(readWaterAuthority),
    source: `${COMMON_SOURCE} | waterschap: ${WATER_SOURCES[waterSource]}`,
  }),
)

function readWaterAuthority(mark: string): Municipality['waterAuthorities'][number] {
  if (mark.endsWith('~')) return { waterAuthorityId: mark.slice(0, -1), certainty: 'partly' }
  if (mark.endsWith('?')) return { waterAuthorityId: mark.slice(0, -1), certainty: 'uncertain' }
  return { waterAuthorityId: mark, certainty: 'high' }
}
