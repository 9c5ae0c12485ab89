import { type Kysely, sql } from 'kysely'

/** Finished mails are kept as they are: compressing a thousand of them held up a publication by a tenth, and retention takes them out in weeks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox alter column raw set storage external`.execute(db)
}
