import { type Kysely, sql } from 'kysely'

/** Newer mail takes the place of held mail of its lane too: without `held` in this index every calendar mail looked through all mail there ever was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index delivery_lane`.execute(db)
  await sql`create index delivery_lane on delivery (lane, position) where state in ('pending', 'sending', 'inDoubt', 'held')`.execute(
    db,
  )
}
