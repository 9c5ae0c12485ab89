import type { Selectable } from 'kysely'
import type { MailReach } from '#app/domain/inviting/mail-reach.ts'
import type { Venue } from '#app/domain/scheduling/briefing-session.ts'
import { type Db, type Trx, violatedConstraint } from '../connection.server.ts'
import { reachOf } from '../inviting/mail-reach.ts'
import type { VenueTable } from '../schema.ts'
import { idOrNobody, isUuid } from '../uuid.ts'

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
  if (!isUuid(id)) return undefined
  const row = await db.selectFrom('venue').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toVenue(row)
}

/** The rooms in use first, then those that are not; at most 500. */
export async function listVenues(db: Db): Promise<(Venue & { reach: MailReach })[]> {
  const rows = await db
    .selectFrom('venue')
    .leftJoin('email_address', 'email_address.id', 'venue.email_address_id')
    .selectAll('venue')
    .select('email_address.suspended_at')
    .orderBy('active', 'desc')
    .orderBy('name')
    .orderBy('venue.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...toVenue(row), reach: reachOf(row) }))
}

/** The room's mail address, for the form that staff fill in. Shown to nobody else. */
export async function findVenueMailbox(db: Db, id: string): Promise<{ mailbox: string; reach: MailReach } | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db
    .selectFrom('venue')
    .innerJoin('email_address', 'email_address.id', 'venue.email_address_id')
    .select(['email_address.address', 'venue.email_address_id', 'email_address.suspended_at'])
    .where('venue.id', '=', id)
    .executeTakeFirst()
  return row && { mailbox: row.address, reach: reachOf(row) }
}

export type VenueFacts = Pick<Venue, 'name' | 'address' | 'accessFacts' | 'active'> &
  Partial<Pick<Venue, 'municipalityId' | 'capacity'>>

export async function insertVenue(trx: Trx, facts: VenueFacts, emailAddressId: string | undefined): Promise<string> {
  const row = { ...columnsOf(facts), email_address_id: emailAddressId ?? null }
  const { id } = await trx.insertInto('venue').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** False when there is no room with this id at this version: somebody saved first. */
export async function updateVenue(
  trx: Trx,
  {
    id,
    version,
    facts,
    emailAddressId,
  }: { id: string; version: number; facts: VenueFacts; emailAddressId: string | undefined },
): Promise<boolean> {
  const updated = await trx
    .updateTable('venue')
    .set((eb) => ({ ...columnsOf(facts), email_address_id: emailAddressId ?? null, version: eb('version', '+', 1) }))
    .where('id', '=', idOrNobody(id))
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

function columnsOf({ name, address, municipalityId, capacity, accessFacts, active }: VenueFacts) {
  const place = { name, address, municipality_id: municipalityId ?? null }
  return { ...place, capacity: capacity ?? null, access_facts: accessFacts, active }
}

/** Whether a write was refused because there is no such municipality. */
export function isUnknownMunicipality(error: unknown): boolean {
  return violatedConstraint(error)?.constraint === 'venue_municipality_id_fkey'
}
