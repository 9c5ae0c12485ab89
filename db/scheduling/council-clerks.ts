import { sql } from 'kysely'
import type { Db } from '../connection.server.ts'

export type CouncilClerk = {
  councilId: string
  personId: string
  name: string
  address: string
  /** Mail to this address came back; nothing goes there until somebody looked. */
  isSuspended: boolean
}

/** Everybody who works for the clerk's office of these councils today and has an address: the council is the client, not one person. */
export async function listCouncilClerks(
  db: Db,
  councilIds: string[],
  today: Temporal.PlainDate,
): Promise<CouncilClerk[]> {
  if (councilIds.length === 0) return []
  const rows = await db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person_role.council_id', 'person.id', 'person.name', 'email_address.address'])
    .select('email_address.suspended_at')
    .distinctOn(['person_role.council_id', 'person.id'])
    .where('person_role.council_id', 'in', councilIds)
    .where('person.erased_at', 'is', null)
    .where(sql<boolean>`person_role.during @> ${today.toString()}::date`)
    .orderBy('person_role.council_id')
    .orderBy('person.id')
    .execute()
  return rows.flatMap(({ council_id, id, name, address, suspended_at }) =>
    council_id === null
      ? []
      : [{ councilId: council_id, personId: id, name, address, isSuspended: suspended_at !== null }],
  )
}
