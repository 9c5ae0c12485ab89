import { type Kysely, sql } from 'kysely'

/** Columns that no page, mail or rule reads, and an index whose every use `inbox_tray` serves as well. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'alter table letter drop column sent_on',
  'alter table topic drop column reviewed_at',
  'alter table municipality drop column inhabitants',
  'alter table region drop column parent_name',
  'drop index inbox_review',
]
