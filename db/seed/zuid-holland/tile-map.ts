/**
 * One tile for each municipality, roughly where it lies: the coast on the left, the Bollenstreek on top, the islands at the
 * bottom left, Gorinchem on the right. The empty tiles between Voorne and Goeree-Overflakkee are water.
 */
const MAP = `
·                   ·                      ·                   hillegom
·                   ·                      noordwijk           lisse
·                   katwijk                oegstgeest          teylingen
·                   wassenaar              leiden              leiderdorp           kaag-en-braassem        nieuwkoop
den-haag            leidschendam-voorburg  voorschoten         zoeterwoude          alphen-aan-den-rijn     bodegraven-reeuwijk
westland            rijswijk               pijnacker-nootdorp  zoetermeer           waddinxveen             gouda
·                   midden-delfland        delft               lansingerland        zuidplas                krimpenerwaard
maassluis           vlaardingen            schiedam            rotterdam            capelle-aan-den-ijssel  krimpen-aan-den-ijssel
voorne-aan-zee      nissewaard             albrandswaard       barendrecht          ridderkerk              alblasserdam            molenlanden
·                   ·                      hoeksche-waard      hendrik-ido-ambacht  papendrecht             sliedrecht              hardinxveld-giessendam  gorinchem
goeree-overflakkee  ·                      ·                   zwijndrecht          dordrecht
`

export type Tile = { column: number; row: number }

export const tiles: Map<string, Tile> = new Map(
  MAP.trim()
    .split('\n')
    .flatMap((line, row) =>
      line.split(/ +/).flatMap((slug, column): [string, Tile][] => (slug === '·' ? [] : [[slug, { column, row }]])),
    ),
)

/** The tile of a municipality; throws when the map misses it. */
export function tileOf(slug: string): Tile {
  const tile = tiles.get(slug)
  if (tile === undefined) throw new Error(`No tile for ${slug}`)
  return tile
}
