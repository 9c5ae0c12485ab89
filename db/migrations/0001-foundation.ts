import { type Kysely, sql } from 'kysely'

/** Zuid-Holland, its councils and the offer. People, roles and signing in. Requests. Sessions. Registrations, replies and mail. The audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [extensions, places, offer, people, requests, sessions, answers, mail, oversight, notifications]) {
    await sql.raw(part).execute(db)
  }
}

const extensions = `
create extension if not exists btree_gist;
create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
`

const places = `
create table region (
  id text primary key check (id ~ '^[a-z0-9-]+$'),
  name text not null,
  parent_name text,
  valid daterange not null default '[2018-01-01,)',
  certainty text not null default 'high',
  source text not null
);
create table water_authority (
  id text primary key check (id ~ '^ws[0-9]{4}$'),
  tooi_uri text not null,
  name text not null,
  source text not null
);
create table municipality (
  id text primary key check (id ~ '^gm[0-9]{4}$'),
  tooi_uri text not null,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  official_name text not null,
  seats integer not null check (seats between 9 and 45),
  seats_certainty text not null default 'high',
  inhabitants integer not null check (inhabitants > 0),
  tile_column integer not null,
  tile_row integer not null,
  source text not null,
  unique (tile_column, tile_row)
);
create table former_municipality (
  name text primary key,
  ended_on date not null,
  successor_id text references municipality,
  note text not null default ''
);
create table region_municipality (
  region_id text not null references region,
  municipality_id text not null references municipality,
  is_main boolean not null default true,
  valid daterange not null default '[2018-01-01,)',
  primary key (region_id, municipality_id, valid),
  constraint one_main_region exclude using gist (municipality_id with =, valid with &&) where (is_main)
);
create index region_municipality_municipality on region_municipality (municipality_id);
create table municipality_water_authority (
  municipality_id text not null references municipality,
  water_authority_id text not null references water_authority,
  certainty text not null check (certainty in ('high', 'partly', 'uncertain')),
  primary key (municipality_id, water_authority_id)
);
create table council (
  id uuid primary key default gen_random_uuid(),
  municipality_id text not null references municipality,
  name text not null,
  term daterange not null,
  usual_evenings integer[] not null default '{}',
  mail_domains text[] not null default '{}',
  successor_id uuid references council,
  version integer not null default 1,
  constraint one_council_at_a_time exclude using gist (municipality_id with =, term with &&)
);
`

const offer = `
create table letter (
  id uuid primary key default gen_random_uuid(),
  dos_number text not null unique check (dos_number ~ '^DOS-[0-9]{4}-[0-9]{7}$'),
  second_key text,
  title text not null,
  sent_on date,
  source text not null
);
create table letter_region (
  letter_id uuid not null references letter,
  region_id text not null unique references region,
  primary key (letter_id, region_id)
);
create table topic (
  id text primary key check (id ~ '^[a-z0-9-]+$'),
  position integer not null,
  title text not null,
  summary text not null,
  summary_source text not null check (summary_source in ('letter', 'letterExplained', 'general')),
  minutes_short integer not null,
  minutes_standard integer not null,
  always_first boolean not null default false,
  shows_water_authority boolean not null default false,
  may_be_confidential boolean not null default false,
  questions text[] not null default '{}',
  support_ids text[] not null default '{}',
  reviewed_at timestamptz,
  edited_at timestamptz,
  version integer not null default 1
);
create table role_card (
  topic_id text not null references topic,
  party text not null check (party in ('province', 'council', 'municipality', 'waterAuthority', 'state', 'region')),
  text text not null,
  source text not null check (source in ('letter', 'general')),
  edited_at timestamptz,
  primary key (topic_id, party)
);
create table regional_point (
  topic_id text not null references topic,
  region_id text not null references region,
  position integer not null,
  text text not null,
  source text not null check (source in ('letter', 'general')),
  edited_at timestamptz,
  primary key (topic_id, region_id, position)
);
create table support_offer (
  id text primary key,
  position integer not null,
  title text not null,
  text text not null,
  link text,
  source text not null
);
create table session_format (
  id text primary key,
  position integer not null,
  title text not null,
  minutes integer not null,
  setup text not null,
  audience text not null,
  source text not null
);
create table standard_programme (
  id text primary key,
  position integer not null,
  title text not null,
  format_id text not null references session_format,
  topic_ids text[] not null
);
create table closed_period (
  id text primary key,
  kind text not null check (kind in ('recess', 'publicHoliday', 'advice', 'election')),
  name text not null,
  during daterange not null,
  advice text not null default '',
  certainty text not null default 'high',
  source text not null
);
create index closed_period_during on closed_period using gist (during);
`

const people = `
create table email_address (
  id uuid primary key default gen_random_uuid(),
  address citext not null unique check (address ~ '^[^[:space:]@]+@[^[:space:]@]+$' and length(address) <= 254),
  suspended_at timestamptz,
  suspended_reason text,
  reminders_stopped_at timestamptz,
  created_at timestamptz not null
);
create table person (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email_address_id uuid unique references email_address on delete set null,
  phone text,
  calendar_token text not null unique check (calendar_token ~ '^[a-z2-7]{16}$'),
  link_version integer not null default 1,
  created_at timestamptz not null,
  erased_at timestamptz
);
create table person_alias (
  email_address_id uuid primary key references email_address on delete cascade,
  person_id uuid not null references person on delete cascade,
  added_by uuid references person,
  added_at timestamptz not null
);
create table person_role (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  role text not null check (role in ('clerk', 'deputyClerk', 'clerksOfficeStaff', 'planner', 'accountManager', 'administrator')),
  council_id uuid references council,
  region_id text references region,
  during daterange not null,
  constraint role_has_its_place check (
    (role in ('clerk', 'deputyClerk', 'clerksOfficeStaff')) = (council_id is not null)
    and (region_id is null or role = 'accountManager')
  ),
  constraint one_clerk_at_a_time exclude using gist (council_id with =, during with &&) where (role = 'clerk')
);
create index person_role_person on person_role (person_id);
create index person_role_council on person_role (council_id) where council_id is not null;
create table sign_in_token (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('signIn', 'confirmMailbox')),
  email_address_id uuid not null references email_address on delete cascade,
  briefing_request_id uuid,
  return_to text not null default '/',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_token_expiry on sign_in_token (expires_at);
create table sign_in (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sign_in_person on sign_in (person_id) where revoked_at is null;
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
`

const requests = `
create table reference_counter (
  year integer primary key,
  last_number integer not null
);
create table briefing_request (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^RB-[0-9]{4}-[0-9]{4,}$'),
  status text not null check (status in ('awaitingMailbox', 'awaitingCoRequesters', 'submitted', 'inTreatment', 'questionAsked',
    'proposalMade', 'optioned', 'confirmed', 'held', 'completed', 'bundled', 'split', 'declined', 'withdrawn')),
  audience text not null check (audience in ('council', 'region', 'councils')),
  region_id text references region,
  dos_number text check (dos_number ~ '^DOS-[0-9]{4}-[0-9]{7}$'),
  format_id text not null references session_format,
  council_question text not null default '',
  expected_councillors integer not null check (expected_councillors between 0 and 2000),
  expected_new integer not null default 0 check (expected_new >= 0),
  expected_committee_members integer not null default 0 check (expected_committee_members between 0 and 2000),
  usual_evenings integer[] not null default '{}',
  other_date_is_fine boolean not null default true,
  venue_kind text not null check (venue_kind in ('councilChamber', 'other', 'provinceHouse', 'online')),
  venue_note text not null default '',
  openness text not null check (openness in ('public', 'closed', 'unknown')),
  facilities text[] not null default '{}',
  invite_water_authority boolean not null default false,
  remarks text not null default '',
  contact_name text not null,
  contact_function text not null,
  contact_phone text,
  contact_email_id uuid references email_address on delete set null,
  unknown_mail_domain boolean not null default false,
  submitted_by uuid references person,
  handled_by uuid references person,
  decline_reason text,
  decline_alternative text,
  version integer not null default 1,
  created_at timestamptz not null,
  submitted_at timestamptz,
  waiting_since timestamptz not null,
  constraint declined_with_reason check (status <> 'declined' or (decline_reason is not null and decline_alternative is not null))
);
create index briefing_request_waiting on briefing_request (status, waiting_since);
create table briefing_request_council (
  briefing_request_id uuid not null references briefing_request on delete cascade,
  council_id uuid not null references council,
  is_lead boolean not null default false,
  state text not null default 'joined' check (state in ('invited', 'joined', 'declined')),
  primary key (briefing_request_id, council_id)
);
create unique index one_lead_council on briefing_request_council (briefing_request_id) where is_lead;
create index briefing_request_council_council on briefing_request_council (council_id);
create table briefing_request_topic (
  briefing_request_id uuid not null references briefing_request on delete cascade,
  topic_id text not null references topic,
  position integer not null check (position between 1 and 4),
  minutes integer not null check (minutes between 15 and 180),
  primary key (briefing_request_id, position),
  unique (briefing_request_id, topic_id)
);
create table preferred_date (
  briefing_request_id uuid not null references briefing_request on delete cascade,
  position integer not null check (position between 1 and 3),
  day date not null,
  primary key (briefing_request_id, position)
);
create table clarification (
  id uuid primary key default gen_random_uuid(),
  briefing_request_id uuid not null references briefing_request on delete cascade,
  question text not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid references person,
  answered_at timestamptz,
  constraint answered_whole check ((answer is null) = (answered_at is null))
);
create unique index one_open_clarification on clarification (briefing_request_id) where answered_at is null;
create table request_draft (
  id uuid primary key default gen_random_uuid(),
  key_hash bytea not null unique,
  council_id uuid references council,
  entries jsonb not null,
  version integer not null default 1,
  updated_by uuid references person,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  briefing_request_id uuid references briefing_request on delete cascade
);
create index request_draft_council on request_draft (council_id) where briefing_request_id is null;
alter table sign_in_token add foreign key (briefing_request_id) references briefing_request on delete cascade;
`

const sessions = `
create table speaker (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  organisation text not null default '',
  topic_ids text[] not null default '{}',
  email_address_id uuid references email_address on delete set null,
  active boolean not null default true,
  version integer not null default 1
);
create table venue (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  address text not null default '',
  municipality_id text references municipality,
  capacity integer check (capacity > 0),
  access_facts text not null default '',
  active boolean not null default true,
  version integer not null default 1
);
create table briefing_session (
  id uuid primary key default gen_random_uuid(),
  calendar_uid text not null unique,
  title text not null,
  status text not null check (status in ('draft', 'option', 'published', 'changed', 'cancelled', 'held')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  venue_id uuid references venue,
  online_url text check (online_url ~ '^https://'),
  dos_number text check (dos_number ~ '^DOS-[0-9]{4}-[0-9]{7}$'),
  capacity integer check (capacity > 0),
  is_public boolean not null default false,
  explanation text not null default '',
  sequence integer not null default 0,
  rsvp_epoch integer not null default 0,
  cancel_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  published_at timestamptz,
  changed_at timestamptz,
  constraint ends_after_start check (ends_at > starts_at),
  constraint cancelled_with_reason check (status <> 'cancelled' or cancel_reason is not null),
  constraint epoch_not_ahead check (rsvp_epoch <= sequence)
);
create index briefing_session_status on briefing_session (status, starts_at);
create table briefing_session_request (
  briefing_session_id uuid not null references briefing_session on delete cascade,
  briefing_request_id uuid not null references briefing_request,
  primary key (briefing_session_id, briefing_request_id)
);
create index briefing_session_request_request on briefing_session_request (briefing_request_id);
create table briefing_session_council (
  briefing_session_id uuid not null references briefing_session on delete cascade,
  council_id uuid not null references council,
  link_token text not null unique,
  quota integer check (quota > 0),
  primary key (briefing_session_id, council_id)
);
create index briefing_session_council_council on briefing_session_council (council_id);
create table programme_item (
  briefing_session_id uuid not null references briefing_session on delete cascade,
  position integer not null check (position > 0),
  title text not null,
  minutes integer not null check (minutes between 5 and 240),
  topic_id text references topic,
  primary key (briefing_session_id, position)
);
create table speaker_booking (
  briefing_session_id uuid not null references briefing_session on delete cascade,
  speaker_id uuid not null references speaker,
  during tstzrange not null,
  holds boolean not null default true,
  primary key (briefing_session_id, speaker_id),
  constraint speaker_in_one_place exclude using gist (speaker_id with =, during with &&) where (holds)
);
create table venue_booking (
  briefing_session_id uuid primary key references briefing_session on delete cascade,
  venue_id uuid not null references venue,
  during tstzrange not null,
  holds boolean not null default true,
  constraint venue_used_once exclude using gist (venue_id with =, during with &&) where (holds)
);
`

const answers = `
create table registration (
  id uuid primary key default gen_random_uuid(),
  briefing_session_id uuid not null references briefing_session,
  person_id uuid not null references person,
  council_id uuid not null references council,
  role text not null check (role in ('councillor', 'committeeMember', 'clerksOffice', 'executive')),
  place text not null check (place in ('seat', 'waiting', 'offered', 'expired', 'unregistered', 'removed', 'attended', 'missed')),
  facility text,
  question text,
  answer text not null default 'none' check (answer in ('none', 'yes', 'maybe', 'no')),
  answer_sequence integer,
  answered_at timestamptz,
  answer_door text check (answer_door in ('link', 'calendar', 'clerk', 'staff')),
  registered_at timestamptz not null,
  ended_at timestamptz,
  constraint answered_whole check ((answer = 'none') or (answer_sequence is not null and answered_at is not null and answer_door is not null))
);
create unique index one_live_registration on registration (briefing_session_id, person_id) where place not in ('unregistered', 'removed', 'expired');
create index registration_person on registration (person_id);
create index registration_council on registration (council_id, briefing_session_id);
create table reply (
  id bigint generated always as identity primary key,
  registration_id uuid not null references registration on delete cascade,
  answer text not null check (answer in ('yes', 'maybe', 'no')),
  door text not null check (door in ('link', 'calendar', 'clerk', 'staff')),
  answered_sequence integer not null,
  answered_at timestamptz not null,
  received_at timestamptz not null,
  recorded_by uuid references person,
  applied boolean not null,
  remark text not null default ''
);
create index reply_registration on reply (registration_id, id);
create table invitation (
  briefing_session_id uuid not null references briefing_session,
  person_id uuid not null references person on delete cascade,
  last_sequence integer not null,
  last_stamped_at timestamptz not null,
  first_message_id text not null,
  state text not null check (state in ('ready', 'sent', 'undelivered', 'cancelled')),
  primary key (briefing_session_id, person_id)
);
`

const mail = `
create table outbox (
  id uuid primary key default gen_random_uuid(),
  dedupe_key text not null unique,
  kind text not null,
  lane text not null,
  is_dossier boolean not null,
  dos_number text,
  briefing_session_id uuid references briefing_session,
  briefing_request_id uuid references briefing_request,
  person_id uuid references person on delete set null,
  sequence integer,
  envelope_from text not null,
  recipient text not null,
  message_id text not null,
  subject text not null,
  raw bytea not null,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'failed', 'inDoubt', 'superseded')),
  attempts integer not null default 0,
  doubts integer not null default 0,
  next_attempt_at timestamptz not null,
  lease_until timestamptz,
  smtp_code integer,
  smtp_text text,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint dossier_mail_has_its_number check (not is_dossier or dos_number is not null)
);
create index outbox_state on outbox (state, created_at);
create index outbox_lane on outbox (lane, created_at) where state in ('pending', 'sending', 'inDoubt');
create index outbox_session on outbox (briefing_session_id, created_at);
create index outbox_request on outbox (briefing_request_id, created_at);
create index outbox_person on outbox (person_id);
create table withheld_mail (
  id bigint generated always as identity primary key,
  kind text not null,
  reason text not null check (reason in ('dosNumberMissing', 'addressMissing', 'addressSuspended')),
  briefing_session_id uuid references briefing_session,
  briefing_request_id uuid references briefing_request,
  person_id uuid references person on delete cascade,
  withheld_at timestamptz not null,
  resolved_at timestamptz
);
create index withheld_mail_open on withheld_mail (withheld_at) where resolved_at is null;
`

const oversight = `
create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('anonymous', 'clerk', 'staff', 'councillor', 'system')),
  action text not null,
  briefing_request_id uuid,
  briefing_session_id uuid,
  council_id uuid,
  before jsonb,
  after jsonb,
  reason text
);
create index audit_event_request on audit_event (briefing_request_id, id) where briefing_request_id is not null;
create index audit_event_session on audit_event (briefing_session_id, id) where briefing_session_id is not null;
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception 'audit_event is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger audit_event_append_only before update or delete or truncate on audit_event for each statement execute function refuse_change();
`

// What an anonymous page shows. A change in any of these makes every web process drop its kept pages.
const notifications = `
create function tell_content_changed() returns trigger language plpgsql as $$
begin perform pg_notify('content_changed', tg_table_name); return null; end $$;
do $$
declare name text;
begin
  foreach name in array array['region', 'municipality', 'former_municipality', 'region_municipality', 'municipality_water_authority', 'water_authority',
    'council', 'letter', 'letter_region', 'topic', 'role_card', 'regional_point', 'support_offer', 'session_format', 'standard_programme',
    'closed_period', 'briefing_session', 'briefing_session_council', 'programme_item', 'venue'] loop
    execute format('create trigger %I after insert or update or delete or truncate on %I for each statement execute function tell_content_changed()',
      name || '_tells', name);
  end loop;
end $$;
`
