import type { Db, Trx } from '../connection.server.ts'
import { roleHoldsOn } from './roles.ts'

/** The one person of an address, made when there is none. A name that is known already stays as it is. */
export async function ensurePerson(
  trx: Trx,
  person: { emailAddressId: string; name: string; calendarToken: string },
  now: Temporal.Instant,
): Promise<{ personId: string; isNew: boolean }> {
  const made = await trx
    .insertInto('person')
    .values({
      name: person.name,
      email_address_id: person.emailAddressId,
      calendar_token: person.calendarToken,
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('email_address_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { personId: made.id, isNew: true }
  const { id } = await trx
    .selectFrom('person')
    .select('id')
    .where('email_address_id', '=', person.emailAddressId)
    .executeTakeFirstOrThrow()
  return { personId: id, isNew: false }
}

/** Whoever does the same for this person waits here; rows that only point to her are not held up. */
export async function lockPerson(trx: Trx, personId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export type MailboxHolder = { personId: string; name: string; address: string }

/**
 * Who may sign in with a mailbox: its own person, when she holds a role today or has asked for a briefing before. A second address that staff linked to
 * somebody's calendar replies (person_alias) opens nothing: it may belong to an assistant. Councillors have a personal link instead.
 */
export async function findMailboxHolder(
  db: Db,
  emailAddressId: string,
  now: Temporal.Instant,
): Promise<MailboxHolder | undefined> {
  return db
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person.id as personId', 'person.name', 'email_address.address'])
    .where('email_address.id', '=', emailAddressId)
    .where('person.erased_at', 'is', null)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('person_role')
            .select('person_role.id')
            .whereRef('person_role.person_id', '=', 'person.id')
            .where(roleHoldsOn(now)),
        ),
        exists(
          selectFrom('briefing_request')
            .select('briefing_request.id')
            .whereRef('briefing_request.submitted_by', '=', 'person.id'),
        ),
      ]),
    )
    .executeTakeFirst()
}

/** The mailbox a person signs in with. */
export async function findOwnAddress(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select('email_address.address')
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return row?.address
}
