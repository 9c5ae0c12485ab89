import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../connection.server.ts'

export type AnsweringPerson = { id: string; addresses: string[] }

export type KnownPeople = {
  /** By the plus-tag that their answers come to. */
  byToken: Map<string, AnsweringPerson>
  /** By their own or second address, as it was asked. */
  byAddress: Map<string, AnsweringPerson>
}

/** Everybody who has one of these plus-tags or addresses, with all her addresses; one query. */
export async function listAnsweringPeople(
  db: Db,
  { tokens, addresses }: { tokens: readonly string[]; addresses: readonly string[] },
): Promise<KnownPeople> {
  const { rows } = await sql<{ token: string | null; asked: string | null; id: string; addresses: string[] }>`
    with found as (
      select calendar_token as token, null as asked, id from person where calendar_token = any(${tokens}::text[]) and erased_at is null
      union all
      select null, asked.address, coalesce(person.id, person_alias.person_id) from unnest(${addresses}::text[]) as asked (address)
      join email_address on email_address.address = asked.address::citext
      left join person on person.email_address_id = email_address.id
      left join person_alias on person_alias.email_address_id = email_address.id
    )
    select token, asked, id, ${addressesOf(sql`found.id`)} as addresses from found where id is not null`.execute(db)
  const known: KnownPeople = { byToken: new Map(), byAddress: new Map() }
  for (const { token, asked, ...person } of rows) {
    if (token !== null) known.byToken.set(token, person)
    if (asked !== null) known.byAddress.set(asked, person)
  }
  return known
}

function addressesOf(id: RawBuilder<unknown>) {
  return sql`array(
    select address::text from person join email_address on email_address.id = person.email_address_id where person.id = ${id}
    union all
    select address::text from person_alias join email_address on email_address.id = person_alias.email_address_id where person_id = ${id}
  )`
}

export async function findPersonByAddress(db: Db, address: string): Promise<AnsweringPerson | undefined> {
  return (await listAnsweringPeople(db, { tokens: [], addresses: [address] })).byAddress.get(address)
}

export async function findPersonById(db: Db, id: string): Promise<AnsweringPerson | undefined> {
  const { rows } = await sql<AnsweringPerson>`
    select id, ${addressesOf(sql`person.id`)} as addresses from person where id = ${id} and erased_at is null`.execute(
    db,
  )
  return rows[0]
}

export type RememberedChoice = { choice: 'linked' | 'alias' | 'rejected'; personId: string | undefined }

/**
 * Of each sender the last thing staff chose for it and did not take back: about this person or about nobody in particular; about anybody when no person
 * is known. In the order of asking.
 */
export async function listRememberedChoices(
  db: Db,
  asked: readonly { sender: string | undefined; personId: string | undefined }[],
): Promise<(RememberedChoice | undefined)[]> {
  const senders = asked.map(({ sender }) => sender ?? null)
  const personIds = asked.map(({ personId }) => personId ?? null)
  const { rows } = await sql<{ at: number; choice: RememberedChoice['choice']; person_id: string | null }>`
    select asked.at, last.choice, last.person_id
    from unnest(${senders}::text[], ${personIds}::uuid[]) with ordinality as asked (sender, person_id, at)
    join email_address on email_address.address = asked.sender::citext
    cross join lateral (
      select choice, person_id from tray_choice
      where email_address_id = email_address.id and choice in ('linked', 'alias', 'rejected') and undone_at is null
        and (asked.person_id is null or tray_choice.person_id is null or tray_choice.person_id = asked.person_id)
      order by id desc limit 1
    ) as last`.execute(db)
  const found = new Map(rows.map(({ at, choice, person_id }) => [at, { choice, personId: person_id ?? undefined }]))
  return asked.map((_, index) => found.get(index + 1))
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
