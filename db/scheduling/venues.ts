import type { Selectable } from 'kysely'
import type { Venue } from '#app/domain/scheduling/briefing-session.ts'
import type { Db } from '../connection.server.ts'
import type { VenueTable } from '../schema.ts'

export function toVenue(row: Selectable<VenueTable>): Venue {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    municipalityId: row.municipality_id ?? undefined,
    capacity: row.capacity ?? undefined,
    accessFacts: row.access_facts,
    active: row.active,
    version: row.version,
  }
}

export async function findVenue(db: Db, id: string): Promise<Venue | undefined> {
  const row = await db.selectFrom('venue').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toVenue(row)
}
