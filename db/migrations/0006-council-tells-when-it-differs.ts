import { type Kysely, sql } from 'kysely'

/** A request repeats the usual evenings of its council; only evenings that really differ are a change that kept pages must hear of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger council_tells on council`.execute(db)
  await sql`create trigger council_tells after insert or delete or truncate on council
    for each statement execute function tell_content_changed()`.execute(db)
  await sql`create trigger council_tells_when_it_differs after update on council
    for each row when (old is distinct from new) execute function tell_content_changed()`.execute(db)
}
