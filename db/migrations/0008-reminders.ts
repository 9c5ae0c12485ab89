import { type Kysely, sql } from 'kysely'

/** Whom was reminded of what, and which council's office asked for it: kept apart from the outbox, whose mails go after their term. Since when somebody waits for a seat she gave up before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table reminder (
    briefing_session_id uuid not null references briefing_session on delete cascade,
    person_id uuid not null references person on delete cascade,
    kind text not null check (kind in ('answer', 'come', 'asked')),
    rsvp_epoch integer not null,
    turn integer not null default 0,
    reminded_at timestamptz not null,
    primary key (briefing_session_id, person_id, kind, rsvp_epoch, turn),
    constraint turn_when_asked_for check ((kind = 'asked') = (turn > 0))
  )`.execute(db)
  await sql`create index reminder_person on reminder (person_id)`.execute(db)
  await sql`create table council_reminder (
    briefing_session_id uuid not null references briefing_session on delete cascade,
    council_id uuid not null references council,
    turn integer not null check (turn between 1 and 2),
    order_id uuid not null,
    reminded_by uuid not null references person,
    reminded_at timestamptz not null,
    mails integer not null check (mails > 0),
    primary key (briefing_session_id, council_id, turn),
    constraint one_order_once unique (order_id, council_id)
  )`.execute(db)
  await sql`alter table registration add column queued_at timestamptz`.execute(db)
}
