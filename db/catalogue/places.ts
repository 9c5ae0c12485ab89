import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { FormerMunicipality, Municipality, Region, WaterAuthority } from '#app/domain/catalogue/place.ts'
import type { Db } from '../connection.server.ts'
import { toPlainDate } from '../instant.ts'

/** All 50, in the order of the alphabet: a small, fixed set. */
export async function listMunicipalities(db: Db, today: Temporal.PlainDate): Promise<Municipality[]> {
  return selectMunicipalities(db, today).orderBy('municipality.name').execute()
}

export async function findMunicipalityBySlug(
  db: Db,
  slug: string,
  today: Temporal.PlainDate,
): Promise<Municipality | undefined> {
  return selectMunicipalities(db, today).where('municipality.slug', '=', slug).executeTakeFirst()
}

/** The municipalities of these councils, in the order of the alphabet. */
export async function listMunicipalitiesOfCouncils(
  db: Db,
  councilIds: string[],
  today: Temporal.PlainDate,
): Promise<Municipality[]> {
  if (councilIds.length === 0) return []
  return selectMunicipalities(db, today)
    .where('municipality.id', 'in', (query) =>
      query.selectFrom('council').select('municipality_id').where('id', 'in', councilIds),
    )
    .orderBy('municipality.name')
    .execute()
}

function selectMunicipalities(db: Db, today: Temporal.PlainDate) {
  return db
    .selectFrom('municipality')
    .select((query) => [
      'municipality.id',
      'municipality.slug',
      'municipality.name',
      'municipality.official_name as officialName',
      'municipality.seats',
      'municipality.seats_certainty as seatsCertainty',
      jsonArrayFrom(
        query
          .selectFrom('region_municipality')
          .select(['region_id as regionId', 'is_main as isMain'])
          .whereRef('municipality_id', '=', 'municipality.id')
          .where(sql<boolean>`valid @> ${today.toString()}::date`)
          .orderBy('is_main', 'desc')
          .orderBy('region_id'),
      ).as('regions'),
      jsonArrayFrom(
        query
          .selectFrom('municipality_water_authority')
          .select(['water_authority_id as waterAuthorityId', 'certainty'])
          .whereRef('municipality_id', '=', 'municipality.id')
          .orderBy('water_authority_id'),
      ).as('waterAuthorities'),
    ])
}

export type Tile = { slug: string; name: string; column: number; row: number; regionId: string | null }

/** Where each municipality sits on the tile map, with its own region. */
export async function listTiles(db: Db, today: Temporal.PlainDate): Promise<Tile[]> {
  return db
    .selectFrom('municipality')
    .leftJoin('region_municipality', (join) =>
      join
        .onRef('region_municipality.municipality_id', '=', 'municipality.id')
        .on('is_main', '=', true)
        .on(sql<boolean>`valid @> ${today.toString()}::date`),
    )
    .select(['slug', 'name', 'tile_column as column', 'tile_row as row', 'region_id as regionId'])
    .orderBy('name')
    .execute()
}

export async function listRegions(db: Db, today: Temporal.PlainDate): Promise<Region[]> {
  return db
    .selectFrom('region')
    .select(['id', 'name', 'certainty'])
    .where(sql<boolean>`valid @> ${today.toString()}::date`)
    .orderBy('name')
    .execute()
}

export async function listWaterAuthorities(db: Db): Promise<WaterAuthority[]> {
  return db.selectFrom('water_authority').select(['id', 'name']).orderBy('name').execute()
}

export async function listFormerMunicipalities(db: Db): Promise<FormerMunicipality[]> {
  const rows = await db.selectFrom('former_municipality').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    name: row.name,
    endedOn: toPlainDate(row.ended_on),
    successorId: row.successor_id ?? undefined,
    note: row.note,
  }))
}
