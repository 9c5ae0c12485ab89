import { type Kysely, sql } from 'kysely'

/** Mail that a suspended address holds back is kept as it was written, and leaves when the address works again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table withheld_mail add column email_address_id uuid references email_address on delete cascade,
    add column dedupe_key text, add column post jsonb`,
  `update withheld_mail set email_address_id = person.email_address_id from person
    where person.id = withheld_mail.person_id and withheld_mail.reason = 'addressSuspended'`,
  `create unique index withheld_mail_once on withheld_mail (dedupe_key) where resolved_at is null and dedupe_key is not null`,
  'create index withheld_mail_address on withheld_mail (email_address_id) where resolved_at is null',
]
