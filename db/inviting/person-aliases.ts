import type { Db, Trx } from '../connection.server.ts'

export type AliasHolder = { personId: string; name: string }

/** Whose own or second address this is. */
export async function findAddressHolder(db: Db, emailAddressId: string): Promise<AliasHolder | undefined> {
  return db
    .selectFrom('person')
    .select(['id as personId', 'name'])
    .where((eb) =>
      eb.or([
        eb('email_address_id', '=', emailAddressId),
        eb('id', '=', eb.selectFrom('person_alias').select('person_id').where('email_address_id', '=', emailAddressId)),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
}

/** A second address from which somebody answers. False when it has an owner already: the primary key decides. */
export async function insertAlias(
  trx: Trx,
  alias: { emailAddressId: string; personId: string; staffId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const added = await trx
    .insertInto('person_alias')
    .values({
      email_address_id: alias.emailAddressId,
      person_id: alias.personId,
      added_by: alias.staffId,
      added_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('email_address_id').doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return added !== undefined
}

/** Only the one that was added at that moment: an older one was not part of what is taken back. */
export async function deleteAliasAddedAt(trx: Trx, personId: string, addedAt: Temporal.Instant): Promise<void> {
  await trx
    .deleteFrom('person_alias')
    .where('person_id', '=', personId)
    .where('added_at', '=', addedAt.toString())
    .execute()
}
