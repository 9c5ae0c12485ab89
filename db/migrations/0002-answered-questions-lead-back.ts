import { type Kysely, sql } from 'kysely'

/** A question can be asked before and after a request is accepted; its answer leads back to where the request was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table clarification
    add column status_before text not null default 'inTreatment' check (status_before in ('submitted', 'inTreatment'))`.execute(
    db,
  )
  await sql`create index clarification_request on clarification (briefing_request_id)`.execute(db)
  await sql`create index briefing_request_submitted_by on briefing_request (submitted_by) where submitted_by is not null`.execute(
    db,
  )
}
