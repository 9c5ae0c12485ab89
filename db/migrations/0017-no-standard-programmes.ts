import { type Kysely, sql } from 'kysely'

/** A programme is made from what a council asked for; nothing ever began with one of these. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop table standard_programme`.execute(db)
}
