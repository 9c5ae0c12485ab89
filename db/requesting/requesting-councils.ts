import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Trx } from '../connection.server.ts'

/** A council in office, with what a request for it needs to know. */
export type RequestingCouncilFacts = {
  councilId: string
  municipalityName: string
  municipalitySlug: string
  seats: number
  usualEvenings: number[]
  mailDomains: string[]
  /** Its own region, without those it only touches. */
  regionIds: string[]
}

/** Every council in office on this day, in the order of the alphabet. */
export async function listRequestingCouncils(db: Db, today: Temporal.PlainDate): Promise<RequestingCouncilFacts[]> {
  const rows = await db
    .selectFrom('council')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select([
      'council.id as councilId',
      'municipality.name as municipalityName',
      'municipality.slug as municipalitySlug',
      'municipality.seats',
      'council.usual_evenings as usualEvenings',
      'council.mail_domains as mailDomains',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('region_municipality')
          .select('region_id')
          .whereRef('region_municipality.municipality_id', '=', 'municipality.id')
          .where('is_main', '=', true)
          .where(sql<boolean>`valid @> ${today.toString()}::date`)
          .orderBy('region_id'),
      ).as('regions'),
    )
    .where(sql<boolean>`council.term @> ${today.toString()}::date`)
    .orderBy('municipality.name')
    .execute()
  return rows.map(({ regions, ...row }) => ({ ...row, regionIds: regions.map(({ region_id }) => region_id) }))
}

/** What the council's own people say about their evenings is kept for the next time. */
export async function updateUsualEvenings(trx: Trx, councilId: string, evenings: number[]): Promise<void> {
  await trx
    .updateTable('council')
    .set({ usual_evenings: evenings })
    .where('id', '=', councilId)
    .where(sql<boolean>`usual_evenings <> ${evenings}::integer[]`)
    .execute()
}
