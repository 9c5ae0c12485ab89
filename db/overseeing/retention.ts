import { sql } from 'kysely'
import type { Trx } from '../connection.server.ts'

/** Requests whose mailbox was never proven, and drafts that nobody came back to. Nothing of either was ever shown to staff. */
export async function deleteUnconfirmed(trx: Trx, before: Temporal.Instant): Promise<number> {
  const isUnconfirmed = trx
    .selectFrom('briefing_request')
    .select('id')
    .where('status', '=', 'awaitingMailbox')
    .where('created_at', '<', before.toString())
  // The mail that asked for the proof has its own, longer term.
  await trx
    .updateTable('outbox')
    .set({ briefing_request_id: null })
    .where('briefing_request_id', 'in', isUnconfirmed)
    .execute()
  await trx.deleteFrom('withheld_mail').where('briefing_request_id', 'in', isUnconfirmed).execute()
  const requests = await trx.deleteFrom('briefing_request').where('id', 'in', isUnconfirmed).executeTakeFirst()
  const drafts = await trx
    .deleteFrom('request_draft')
    .where('briefing_request_id', 'is', null)
    .where('updated_at', '<', before.toString())
    .executeTakeFirst()
  return Number(requests.numDeletedRows) + Number(drafts.numDeletedRows)
}

/**
 * Participants, and speakers and rooms that are no longer to be chosen, without work here and without a role, all of whose evenings ended before `before`: the next ones to be forgotten, at most `limit`.
 * Who was forgotten already is skipped, so running it again does nothing.
 */
export async function listParticipantsToForget(trx: Trx, before: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('person')
    .select('person.id')
    .where('person.erased_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('person_role').select('person_role.id').whereRef('person_role.person_id', '=', 'person.id')),
      ),
    )
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('registration').select('registration.id').whereRef('registration.person_id', '=', 'person.id'),
        ),
        exists(selectFrom('engagement').select('engagement.id').whereRef('engagement.person_id', '=', 'person.id')),
      ]),
    )
    // A speaker or a room that can be chosen is invited again.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('speaker')
            .select('speaker.id')
            .whereRef('speaker.email_address_id', '=', 'person.email_address_id')
            .where('speaker.active', '=', true),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('venue')
            .select('venue.id')
            .whereRef('venue.email_address_id', '=', 'person.email_address_id')
            .where('venue.active', '=', true),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('engagement')
            .innerJoin('briefing_session', 'briefing_session.id', 'engagement.briefing_session_id')
            .select('engagement.id')
            .whereRef('engagement.person_id', '=', 'person.id')
            .where('briefing_session.ends_at', '>=', before.toString()),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('registration')
            .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
            .select('registration.id')
            .whereRef('registration.person_id', '=', 'person.id')
            .where('briefing_session.ends_at', '>=', before.toString()),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('briefing_request')
            .select('briefing_request.id')
            .whereRef('briefing_request.submitted_by', '=', 'person.id'),
        ),
      ),
    )
    .orderBy('person.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Needs and questions of people who stay known (clerks, staff): they were for that one evening. */
export async function clearNeedsOfPastEvenings(trx: Trx, before: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('registration')
    .set({ facility: null, question: null })
    .where((row) => row.or([row('facility', 'is not', null), row('question', 'is not', null)]))
    .where('briefing_session_id', 'in', (query) =>
      query.selectFrom('briefing_session').select('id').where('ends_at', '<', before.toString()),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The bytes and the address of mail that is done; the row stays for the counts. */
export async function clearOldMail(trx: Trx, before: Temporal.Instant, now: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({ raw: Buffer.alloc(0), recipient: '', subject: '', purged_at: now.toString() })
    .where('state', 'in', ['sent', 'failed', 'superseded'])
    .where('created_at', '<', before.toString())
    .where('recipient', '<>', '')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Mail that came in, whole: what followed from it is in the register. */
export async function deleteOldInbox(trx: Trx, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('inbox')
    .where('received_at', '<', before.toString())
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** The clerk's office behind a dossier that ended before `before`: name, telephone and address go, the dossier stays. */
export async function clearOldContacts(trx: Trx, before: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('briefing_request')
    .set({ contact_name: '', contact_phone: null, contact_email_id: null })
    .where('status', 'in', ['completed', 'held', 'declined', 'withdrawn'])
    .where('waiting_since', '<', before.toString())
    .where('contact_name', '<>', '')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The only way past the append-only audit: this transaction says that it is the retention, and takes whole events that are old enough. */
export async function deleteOldAuditEvents(trx: Trx, before: Temporal.Instant): Promise<number> {
  await sql`select set_config('raadsbriefing.retention', 'on', true)`.execute(trx)
  const { numDeletedRows } = await trx.deleteFrom('audit_event').where('at', '<', before.toString()).executeTakeFirst()
  await sql`select set_config('raadsbriefing.retention', 'off', true)`.execute(trx)
  return Number(numDeletedRows)
}

/** Links and sign-ins that stopped working. */
export async function deleteDeadSignIns(trx: Trx, before: Temporal.Instant): Promise<number> {
  const tokens = await trx.deleteFrom('sign_in_token').where('expires_at', '<', before.toString()).executeTakeFirst()
  const signIns = await trx.deleteFrom('sign_in').where('expires_at', '<', before.toString()).executeTakeFirst()
  return Number(tokens.numDeletedRows) + Number(signIns.numDeletedRows)
}
