import { type Kysely, sql } from 'kysely'

/** Mail that came in, kept before anything is done with it; what came back undelivered; and what staff chose for an unknown answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table inbox (
    id uuid primary key default gen_random_uuid(),
    sha256 bytea not null unique check (length(sha256) = 32),
    raw bytea not null,
    door text not null check (door in ('lmtp', 'imap', 'command')),
    delivered_to text,
    received_at timestamptz not null,
    state text not null default 'received' check (state in ('received', 'processed', 'review', 'closed')),
    attempts integer not null default 0,
    finding text,
    decision text,
    reason text,
    person_id uuid references person on delete set null,
    briefing_session_id uuid references briefing_session on delete set null,
    registration_id uuid references registration on delete set null,
    processed_at timestamptz,
    constraint judged_whole check (state = 'received' or (finding is not null and decision is not null and processed_at is not null))
  )`,
  'create index inbox_received on inbox (received_at)',
  "create index inbox_unprocessed on inbox (received_at) where state = 'received'",
  "create index inbox_review on inbox (received_at) where state = 'review'",
  'create index inbox_person on inbox (person_id, processed_at) where person_id is not null',
  `create table bounce (
    id bigint generated always as identity primary key,
    inbox_id uuid references inbox on delete set null,
    outbox_id uuid not null references outbox on delete cascade,
    email_address_id uuid references email_address on delete cascade,
    kind text not null check (kind in ('unknownUser', 'hard', 'soft', 'delayed')),
    status text not null,
    received_at timestamptz not null
  )`,
  'create index bounce_address on bounce (email_address_id, received_at)',
  'create index bounce_outbox on bounce (outbox_id)',
  'create index outbox_message on outbox (message_id)',
  `create table tray_choice (
    id bigint generated always as identity primary key,
    inbox_id uuid references inbox on delete set null,
    email_address_id uuid references email_address on delete cascade,
    choice text not null check (choice in ('linked', 'alias', 'rejected')),
    person_id uuid references person on delete cascade,
    decided_by uuid references person,
    decided_at timestamptz not null
  )`,
  'create index tray_choice_address on tray_choice (email_address_id, id)',
]
