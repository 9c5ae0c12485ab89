import type { Db } from '../connection.server.ts'

/** The mailbox of a person, for the contact of a request she sends. */
export async function findPersonContact(
  db: Db,
  personId: string,
): Promise<{ name: string; emailAddressId: string; address: string } | undefined> {
  return db
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person.name', 'email_address.id as emailAddressId', 'email_address.address'])
    .where('person.id', '=', personId)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()
}
