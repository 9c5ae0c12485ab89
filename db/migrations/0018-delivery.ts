import { type Kysely, sql } from 'kysely'

/**
 * What was written apart from how far it is. A mail is written once and found in nine ways; its delivery changes three times and is found while it lasts.
 * Together in one row every change of state wrote the row and each of its fourteen indexes again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table delivery (
    position bigint primary key references outbox (position) on delete cascade,
    lane text not null,
    state text not null default 'pending' check (state in ('pending', 'sending', 'held', 'sent', 'failed', 'inDoubt', 'superseded')),
    attempts integer not null default 0,
    doubts integer not null default 0,
    next_attempt_at timestamptz not null,
    lease_until timestamptz,
    smtp_code integer,
    smtp_text text,
    sent_at timestamptz,
    resent_at timestamptz
  )`,
  `insert into delivery (position, lane, state, attempts, doubts, next_attempt_at, lease_until, smtp_code, smtp_text, sent_at, resent_at)
    select position, lane, state, attempts, doubts, next_attempt_at, lease_until, smtp_code, smtp_text, sent_at, resent_at from outbox`,
  "create index delivery_lane on delivery (lane, position) where state in ('pending', 'sending', 'inDoubt')",
  "create index delivery_due on delivery (position) where state in ('pending', 'inDoubt')",
  "create index delivery_leased on delivery (lease_until) where state = 'sending'",
  "create index delivery_rare on delivery (state, position) where state in ('held', 'failed', 'superseded')",
  // With the columns go the indexes on them.
  `alter table outbox drop column lane, drop column state, drop column attempts, drop column doubts, drop column next_attempt_at, drop column lease_until,
    drop column smtp_code, drop column smtp_text, drop column sent_at, drop column resent_at`,
  `create view posted_mail as
    select outbox.*, lane, state, attempts, doubts, next_attempt_at, lease_until, smtp_code, smtp_text, sent_at, resent_at
    from outbox join delivery using (position)`,
]
