import type { SelectQueryBuilder, Updateable } from 'kysely'
import type { Db } from '#db/connection.server.ts'
import type { Database, DeliveryTable } from '#db/schema.ts'

type Mails = SelectQueryBuilder<Database, 'outbox', { position: number }>

/** Pretends that mails are so far: every one in the outbox, or those that `which` picks. */
export async function setDelivery(
  db: Db,
  delivery: Updateable<DeliveryTable>,
  which: (mails: Mails) => Mails = (mails) => mails,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set(delivery)
    .where('position', 'in', which(db.selectFrom('outbox').select('outbox.position')))
    .execute()
}
