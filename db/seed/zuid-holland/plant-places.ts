import type { Trx } from '../../connection.server.ts'
import { formerMunicipalities } from './former-municipalities.ts'
import { municipalities } from './municipalities.ts'
import { regions } from './regions.ts'
import { tileOf } from './tile-map.ts'
import { waterAuthorities } from './water-authorities.ts'

/** Regions, water authorities and municipalities are facts of this project: the seed corrects them. */
export async function plantPlaces(trx: Trx): Promise<void> {
  await trx
    .insertInto('region')
    .values(regions)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        certainty: row.ref('excluded.certainty'),
        source: row.ref('excluded.source'),
      })),
    )
    .execute()
  await trx
    .insertInto('water_authority')
    .values(waterAuthorities.map(({ id, tooiUri, name, source }) => ({ id, tooi_uri: tooiUri, name, source })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        tooi_uri: row.ref('excluded.tooi_uri'),
        name: row.ref('excluded.name'),
        source: row.ref('excluded.source'),
      })),
    )
    .execute()
  await plantMunicipalities(trx)
  await plantLinks(trx)
  await plantFormerMunicipalities(trx)
}

async function plantMunicipalities(trx: Trx): Promise<void> {
  await trx
    .insertInto('municipality')
    .values(
      municipalities.map((one) => ({
        id: one.id,
        tooi_uri: one.tooiUri,
        slug: one.slug,
        name: one.name,
        official_name: one.officialName,
        seats: one.seats,
        seats_certainty: one.seatsCertainty,
        tile_column: tileOf(one.slug).column,
        tile_row: tileOf(one.slug).row,
        source: one.source,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        slug: row.ref('excluded.slug'),
        name: row.ref('excluded.name'),
        official_name: row.ref('excluded.official_name'),
        seats: row.ref('excluded.seats'),
        seats_certainty: row.ref('excluded.seats_certainty'),
        tile_column: row.ref('excluded.tile_column'),
        tile_row: row.ref('excluded.tile_row'),
        source: row.ref('excluded.source'),
      })),
    )
    .execute()
}

/** A municipality's regions are dated and staff may end one and begin another: only what is not there yet is added. */
async function plantLinks(trx: Trx): Promise<void> {
  await trx
    .insertInto('region_municipality')
    .values(
      municipalities.flatMap(({ id, regions: links }) =>
        links.map(({ regionId, isMain }) => ({ region_id: regionId, municipality_id: id, is_main: isMain })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('municipality_water_authority')
    .values(
      municipalities.flatMap(({ id, waterAuthorities: links }) =>
        links.map(({ waterAuthorityId, certainty }) => ({
          municipality_id: id,
          water_authority_id: waterAuthorityId,
          certainty,
        })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function plantFormerMunicipalities(trx: Trx): Promise<void> {
  await trx
    .insertInto('former_municipality')
    .values(
      formerMunicipalities.map(({ name, endedOn, successorId, note }) => ({
        name,
        ended_on: endedOn.toString(),
        successor_id: successorId ?? null,
        note,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({
        ended_on: row.ref('excluded.ended_on'),
        successor_id: row.ref('excluded.successor_id'),
        note: row.ref('excluded.note'),
      })),
    )
    .execute()
}
