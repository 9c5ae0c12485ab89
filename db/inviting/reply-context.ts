import type { Db } from '../connection.server.ts'

export type AnsweringPerson = { id: string; addresses: string[] }

/** The person whose answers come to this plus-tag. */
export async function findPersonByCalendarToken(db: Db, token: string): Promise<AnsweringPerson | undefined> {
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('calendar_token', '=', token)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return person && withAddresses(db, person.id)
}

/** The person whose own or second address this is. */
export async function findPersonByAddress(db: Db, address: string): Promise<AnsweringPerson | undefined> {
  const found = await db
    .selectFrom('email_address')
    .leftJoin('person', 'person.email_address_id', 'email_address.id')
    .leftJoin('person_alias', 'person_alias.email_address_id', 'email_address.id')
    .select((eb) => eb.fn.coalesce('person.id', 'person_alias.person_id').as('id'))
    .where('email_address.address', '=', address)
    .executeTakeFirst()
  return found?.id ? withAddresses(db, found.id) : undefined
}

async function withAddresses(db: Db, id: string): Promise<AnsweringPerson> {
  const rows = await db
    .selectFrom('email_address')
    .leftJoin('person', 'person.email_address_id', 'email_address.id')
    .leftJoin('person_alias', 'person_alias.email_address_id', 'email_address.id')
    .select('email_address.address')
    .where((eb) => eb.or([eb('person.id', '=', id), eb('person_alias.person_id', '=', id)]))
    .execute()
  return { id, addresses: rows.map(({ address }) => address) }
}

export async function findSessionIdByCalendarUid(db: Db, uid: string): Promise<string | undefined> {
  const found = await db.selectFrom('briefing_session').select('id').where('calendar_uid', '=', uid).executeTakeFirst()
  return found?.id
}

/** The last thing staff chose for this sender was to turn it away. */
export async function isRejectedSender(db: Db, address: string): Promise<boolean> {
  const last = await db
    .selectFrom('tray_choice')
    .innerJoin('email_address', 'email_address.id', 'tray_choice.email_address_id')
    .select('tray_choice.choice')
    .where('email_address.address', '=', address)
    .orderBy('tray_choice.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.choice === 'rejected'
}

export async function knowsCalendarToken(db: Db, token: string): Promise<boolean> {
  const found = await db
    .selectFrom('person')
    .select('id')
    .where('calendar_token', '=', token)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
