import { type Kysely, sql } from 'kysely'

/**
 * Calendars one can subscribe to. The address itself is not kept: it proves itself by an HMAC over the id and the version here, so a new version ends it.
 * An evening knows when it was last edited, also before anybody was told of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table calendar_feed (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('person', 'council', 'region', 'speaker')),
    person_id uuid references person on delete cascade,
    council_id uuid references council on delete cascade,
    region_id text references region on delete cascade,
    speaker_id uuid references speaker on delete cascade,
    version integer not null default 1,
    opened_at timestamptz not null,
    ended_at timestamptz,
    constraint one_feed_each unique nulls not distinct (person_id, kind, council_id, region_id, speaker_id),
    constraint holder_and_subject check (
      (person_id is null) = (kind = 'speaker')
      and (speaker_id is not null) = (kind = 'speaker')
      and (council_id is not null) = (kind = 'council')
      and (region_id is not null) = (kind = 'region'))
  )`.execute(db)
  await sql`create index calendar_feed_speaker on calendar_feed (speaker_id) where speaker_id is not null`.execute(db)
  await sql`create index speaker_booking_speaker on speaker_booking (speaker_id)`.execute(db)
  await sql`alter table briefing_session add column edited_at timestamptz`.execute(db)
}
