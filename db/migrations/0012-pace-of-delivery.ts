import { type Kysely, sql } from 'kysely'

/**
 * When the next mail to a domain of recipients may leave: a few a second, whichever worker sends it. A mail is base64 for the most part, so trying to
 * compress its bytes costs more than it saves.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table recipient_pace (domain text primary key, next_at timestamptz not null)`.execute(db)
  await sql`alter table outbox alter column raw set storage external`.execute(db)
}
