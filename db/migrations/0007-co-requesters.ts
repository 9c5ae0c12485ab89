import { type Kysely, sql } from 'kysely'

/** Until when the other councils of a request are waited for, and what each of them answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table briefing_request add column co_requesters_until date`.execute(db)
  await sql`update briefing_request set co_requesters_until = (waiting_since + interval '14 days')::date
    where status = 'awaitingCoRequesters'`.execute(db)
  await sql`alter table briefing_request add constraint waits_until_a_day
    check (status <> 'awaitingCoRequesters' or co_requesters_until is not null)`.execute(db)
  await sql`alter table briefing_request_council
    add column answered_at timestamptz,
    add column answered_by uuid references person,
    add column remark text not null default ''`.execute(db)
}
