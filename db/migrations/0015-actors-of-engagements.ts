import { type Kysely, sql } from 'kysely'

/** The audit names speakers and the mailboxes of rooms as what they are; they are no users of the portal, and were called anonymous. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'alter table audit_event drop constraint audit_event_actor_kind_check',
  `alter table audit_event add constraint audit_event_actor_kind_check
    check (actor_kind in ('anonymous', 'clerk', 'staff', 'councillor', 'speaker', 'venue', 'system'))`,
]
