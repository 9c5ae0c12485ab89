import { type Kysely, sql } from 'kysely'

/**
 * The order in which mails were posted. Two mails of one transaction carry the same moment, and a CANCEL may never overtake its
 * REQUEST; what is due is found without reading what has been sent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'alter table outbox add column position bigint generated always as identity',
  'drop index outbox_lane',
  "create index outbox_lane on outbox (lane, position) where state in ('pending', 'sending', 'inDoubt')",
  "create index outbox_due on outbox (position) where state in ('pending', 'inDoubt')",
  "create index outbox_leased on outbox (lease_until) where state = 'sending'",
]
