import { type Kysely, sql } from 'kysely'

/**
 * Lists, and what is taken out after its term, without a look at everything there ever was. Newer mail takes the place of held mail of its lane too: without
 * `held` in that index every calendar mail looked through all mail.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'drop index delivery_lane',
  "create index delivery_lane on delivery (lane, position) where state in ('pending', 'sending', 'inDoubt', 'held')",
  'create index briefing_session_start on briefing_session (starts_at, id)',
  'create index briefing_session_end on briefing_session (ends_at)',
  'create index engagement_council on engagement (council_id) where council_id is not null',
  'create index sign_in_token_address on sign_in_token (email_address_id)',
  'create index sign_in_token_request on sign_in_token (briefing_request_id) where briefing_request_id is not null',
  'create index briefing_request_contact on briefing_request (contact_email_id) where contact_email_id is not null',
  'create index request_draft_request on request_draft (briefing_request_id) where briefing_request_id is not null',
  'create index withheld_mail_request on withheld_mail (briefing_request_id) where briefing_request_id is not null',
  'drop index withheld_mail_address',
  'create index withheld_mail_address on withheld_mail (email_address_id) where email_address_id is not null',
  'create index bounce_inbox on bounce (inbox_id) where inbox_id is not null',
]
