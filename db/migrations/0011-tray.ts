import { type Kysely, sql } from 'kysely'

/**
 * What staff do with unknown answers, and can take back; the mail that asks somebody whether an answer is hers; and of every answer
 * where it came from, why it did not count and whether it was taken back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Goes with the bytes of the mail, which hold the same.
  `alter table inbox
    add column sender text,
    add column said text check (said in ('yes', 'maybe', 'no')),
    add column subject text,
    add column delegated_to text,
    add column session_sequence integer,
    add column guessed_by text check (guessed_by in ('token', 'attendee', 'remembered', 'sender', 'name'))`,
  "create index inbox_tray on inbox (state, received_at) where state in ('review', 'closed')",
  "create index inbox_remembered on inbox (sender) where reason in ('remembered', 'rejectedSender')",
  `alter table reply
    add column inbox_id uuid references inbox on delete set null,
    add column via text check (via in ('otherAddress', 'sender', 'remembered', 'confirmed', 'tray')),
    add column not_applied text check (not_applied in ('earlierVersion', 'olderThanLast')),
    add column withdrawn_at timestamptz,
    add column withdrawn_by uuid references person`,
  'create index reply_inbox on reply (inbox_id) where inbox_id is not null',
  'create index person_alias_person on person_alias (person_id)',
  'alter table email_address add column released_at timestamptz',
  'alter table tray_choice drop constraint tray_choice_choice_check',
  `alter table tray_choice
    add constraint tray_choice_choice_check check (choice in ('linked', 'alias', 'rejected', 'seen')),
    add column reason text not null default '',
    add column reply_id bigint references reply on delete set null,
    add column undone_at timestamptz,
    add column undone_by uuid references person`,
  'create index tray_choice_inbox on tray_choice (inbox_id, id)',
  'create index tray_choice_person on tray_choice (person_id) where person_id is not null',
  `create table reply_confirmation (
    id uuid primary key default gen_random_uuid(),
    token_hash bytea not null unique,
    inbox_id uuid references inbox on delete set null,
    registration_id uuid not null references registration on delete cascade,
    person_id uuid not null references person on delete cascade,
    briefing_session_id uuid not null references briefing_session on delete cascade,
    rsvp_epoch integer not null,
    answer text not null check (answer in ('yes', 'maybe', 'no')),
    answered_sequence integer not null,
    answered_at timestamptz not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    outcome text check (outcome in ('confirmed', 'denied')),
    settled_at timestamptz,
    constraint asked_once unique (person_id, briefing_session_id, rsvp_epoch),
    constraint settled_whole check ((outcome is null) = (settled_at is null))
  )`,
  'create index reply_confirmation_inbox on reply_confirmation (inbox_id)',
  'create index reply_confirmation_registration on reply_confirmation (registration_id)',
]
