import { type Kysely, sql } from 'kysely'

/**
 * Who has an evening in a calendar without being a participant: its speakers, the mailbox of its room, the clerks who hold it as an option. Answers hang on
 * a registration or on an engagement; an option ends by itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table engagement (
    id uuid primary key default gen_random_uuid(),
    briefing_session_id uuid not null references briefing_session on delete cascade,
    person_id uuid not null references person,
    capacity text not null check (capacity in ('speaker', 'venue', 'clerk')),
    speaker_id uuid references speaker,
    venue_id uuid references venue,
    council_id uuid references council,
    answer text not null default 'none' check (answer in ('none', 'yes', 'maybe', 'no')),
    answer_sequence integer,
    answered_at timestamptz,
    answer_door text check (answer_door in ('link', 'calendar', 'clerk', 'staff')),
    begun_at timestamptz not null,
    ended_at timestamptz,
    constraint engaged_as_one check (
      (capacity = 'speaker') = (speaker_id is not null) and (capacity = 'venue') = (venue_id is not null)
      and (capacity = 'clerk') = (council_id is not null)
    ),
    constraint engagement_answered_whole check (answer = 'none'
      or (answer_sequence is not null and answered_at is not null and answer_door is not null))
  )`,
  // One calendar entry per person and evening, in whatever capacity.
  'create unique index one_live_engagement on engagement (briefing_session_id, person_id) where ended_at is null',
  'create index engagement_person on engagement (person_id)',
  `alter table reply alter column registration_id drop not null,
    add column engagement_id uuid references engagement on delete cascade,
    add constraint reply_answers_one check (num_nonnulls(registration_id, engagement_id) = 1)`,
  'create index reply_engagement on reply (engagement_id, id) where engagement_id is not null',
  'alter table inbox add column engagement_id uuid references engagement on delete set null',
  'alter table venue add column email_address_id uuid references email_address on delete set null',
  'create index speaker_address on speaker (email_address_id) where email_address_id is not null',
  'create index venue_address on venue (email_address_id) where email_address_id is not null',
  'alter table briefing_session add column option_expires_at timestamptz',
  `update briefing_session set option_expires_at = least(starts_at, created_at + interval '21 days') where status = 'option'`,
  `alter table briefing_session add constraint option_ends check (status <> 'option' or option_expires_at is not null)`,
  `create index briefing_session_option on briefing_session (option_expires_at) where status = 'option'`,
  // Whoever is invited is a person, with an address for answers of her own (80 random bits in lower-case base32).
  `insert into person (name, email_address_id, calendar_token, created_at)
    select distinct on (speaker.email_address_id) speaker.name, speaker.email_address_id,
      (select string_agg(substr('abcdefghijklmnopqrstuvwxyz234567', 1 + get_byte(bytes, place) % 32, 1), '' order by place)
        from (select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(speaker.id)) as bytes) as random,
          generate_series(0, 15) as place),
      now()
    from speaker where speaker.email_address_id is not null
    on conflict (email_address_id) do nothing`,
]
