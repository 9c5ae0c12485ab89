import { type Kysely, sql } from 'kysely'

/** Staff leaf through all mail, newest first, by state, kind, recipient and evening; and see when the text of a mail was taken out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'create unique index outbox_position on outbox (position)',
  'drop index outbox_state',
  'create index outbox_state on outbox (state, position)',
  "create index outbox_failed on outbox (created_at) where state = 'failed'",
  'create index outbox_kind on outbox (kind, position)',
  'create index outbox_recipient on outbox (lower(recipient), position)',
  'alter table outbox add column purged_at timestamptz',
  'alter table outbox add column resent_at timestamptz',
  'alter table inbox add column purged_at timestamptz',
  'create index inbox_session on inbox (briefing_session_id, received_at) where briefing_session_id is not null',
  'create index person_name on person using gin (name gin_trgm_ops)',
]
