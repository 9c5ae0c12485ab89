import { type Kysely, sql } from 'kysely'

/** The audit stays append-only, except that the retention takes whole events that were kept long enough, and says so for its own transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and current_setting('raadsbriefing.retention', true) = 'on' then return null; end if;
      raise exception 'audit_event is append-only' using errcode = 'insufficient_privilege';
    end $$`.execute(db)
}
