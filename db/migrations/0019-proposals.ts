import { type Kysely, sql } from 'kysely'

/**
 * Evenings that staff propose for a request, in order of preference, and what the council says to them. A proposal has one to three evenings, and of those at
 * most one is chosen: both keys lead to evenings of the proposal itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table proposal (
    id uuid primary key default gen_random_uuid(),
    briefing_request_id uuid not null references briefing_request on delete cascade,
    proposed_by uuid not null references person,
    proposed_at timestamptz not null,
    first_position integer not null default 1 check (first_position = 1),
    chosen_position integer,
    remark text not null default '',
    answered_by uuid references person,
    answered_at timestamptz,
    withdrawn_by uuid references person,
    withdrawn_at timestamptz,
    constraint answered_whole check ((answered_by is null) = (answered_at is null)),
    constraint withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null)),
    constraint answered_or_withdrawn check (answered_at is null or withdrawn_at is null),
    constraint chosen_in_an_answer check (chosen_position is null or answered_at is not null)
  )`,
  'create index proposal_request on proposal (briefing_request_id)',
  `create unique index one_open_proposal on proposal (briefing_request_id) where answered_at is null and withdrawn_at is null`,
  `create table proposed_evening (
    proposal_id uuid not null references proposal on delete cascade,
    position integer not null check (position between 1 and 3),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null,
    primary key (proposal_id, position),
    unique (proposal_id, starts_at),
    constraint evening_lasts check (starts_at < ends_at)
  )`,
  // Deferred: a proposal is written before its evenings.
  `alter table proposal
    add constraint proposal_has_an_evening foreign key (id, first_position) references proposed_evening (proposal_id, position)
      deferrable initially deferred,
    add constraint chosen_is_proposed foreign key (id, chosen_position) references proposed_evening (proposal_id, position)`,
]
