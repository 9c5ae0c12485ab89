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
  const own = db.selectFrom('person').select('email_address_id').where('id', '=', id)
  const rows = await db
    .selectFrom('email_address')
    .select('address')
    .where((eb) =>
      eb.or([
        eb('id', '=', own),
        eb('id', 'in', eb.selectFrom('person_alias').select('email_address_id').where('person_id', '=', id)),
      ]),
    )
    .execute()
  return { id, addresses: rows.map(({ address }) => address) }
}

export async function findPersonById(db: Db, id: string): Promise<AnsweringPerson | undefined> {
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return person && withAddresses(db, person.id)
}

export async function findSessionIdByCalendarUid(db: Db, uid: string): Promise<string | undefined> {
  const found = await db.selectFrom('briefing_session').select('id').where('calendar_uid', '=', uid).executeTakeFirst()
  return found?.id
}

/**
 * The last thing staff chose for this sender and did not take back: about this person or about nobody in particular; about anybody
 * when no person is known.
 */
export async function findRememberedChoice(
  db: Db,
  sender: string,
  personId: string | undefined,
): Promise<{ choice: 'linked' | 'alias' | 'rejected'; personId: string | undefined } | undefined> {
  const last = await db
    .selectFrom('tray_choice')
    .innerJoin('email_address', 'email_address.id', 'tray_choice.email_address_id')
    .select(['tray_choice.choice', 'tray_choice.person_id'])
    .where('email_address.address', '=', sender)
    .where('tray_choice.choice', 'in', ['linked', 'alias', 'rejected'])
    .where('tray_choice.undone_at', 'is', null)
    .$if(personId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('tray_choice.person_id', '=', personId ?? ''), eb('person_id', 'is', null)])),
    )
    .orderBy('tray_choice.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && last.choice !== 'seen' ? { choice: last.choice, personId: last.person_id ?? undefined } : undefined
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
