import type { Db, Trx } from '../connection.server.ts'

/** The row of an address (upper and lower case are one address), made when it is new. Nothing else in the database stores addresses. */
export async function ensureEmailAddress(trx: Trx, address: string, now: Temporal.Instant): Promise<string> {
  const made = await trx
    .insertInto('email_address')
    .values({ address: address.trim(), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const { id } = await trx
    .selectFrom('email_address')
    .select('id')
    .where('address', '=', address.trim())
    .executeTakeFirstOrThrow()
  return id
}

export async function findEmailAddressId(db: Db, address: string): Promise<string | undefined> {
  const row = await db.selectFrom('email_address').select('id').where('address', '=', address.trim()).executeTakeFirst()
  return row?.id
}
