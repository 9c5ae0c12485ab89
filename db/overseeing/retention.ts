import { sql } from 'kysely'
import type { Trx } from '../connection.server.ts'
import { isNotOnItsWay } from '../inviting/held-mail.ts'

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
 * People for whom there is no reason left to know them: no work here and no request since `sinceContact`, no evening since `since`, and no speaker or room that can be
 * chosen again. At most `limit`; who was forgotten already is skipped, so running it again does nothing.
 */
export async function listPeopleToForget(
  trx: Trx,
  { since, sinceContact }: { since: Temporal.Instant; sinceContact: Temporal.Instant },
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person.id from person
    where erased_at is null and created_at < ${since.toString()}
      and not exists (select from person_role where person_role.person_id = person.id
        and (upper_inf(during) or upper(during) >= ${sinceContact.toString()}::date))
      and not exists (select from briefing_request where submitted_by = person.id
        and (status not in ('completed', 'held', 'declined', 'withdrawn') or waiting_since >= ${sinceContact.toString()}))
      and not exists (select from registration join briefing_session on briefing_session.id = registration.briefing_session_id
        where registration.person_id = person.id and ends_at >= ${since.toString()})
      and not exists (select from engagement join briefing_session on briefing_session.id = engagement.briefing_session_id
        where engagement.person_id = person.id and ends_at >= ${since.toString()})
      and not exists (select from speaker where active and speaker.email_address_id = person.email_address_id)
      and not exists (select from venue where active and venue.email_address_id = person.email_address_id)
    order by person.id limit ${limit}`.execute(trx)
  return rows.map(({ id }) => id)
}

/** Addresses that nothing points to any more, nor anything that is kept: of requests that were never confirmed, of contacts that went. */
export async function deleteLooseAddresses(trx: Trx, before: Temporal.Instant): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from email_address where created_at < ${before.toString()}
      and not exists (select from person where person.email_address_id = email_address.id)
      and not exists (select from person_alias where person_alias.email_address_id = email_address.id)
      and not exists (select from briefing_request where briefing_request.contact_email_id = email_address.id)
      and not exists (select from speaker where speaker.email_address_id = email_address.id)
      and not exists (select from venue where venue.email_address_id = email_address.id)
      and not exists (select from tray_choice where tray_choice.email_address_id = email_address.id)`.execute(trx)
  return Number(numAffectedRows)
}

/** What was typed in a form that was sent is in the request; the form itself is of no use. */
export async function clearSentDrafts(trx: Trx, before: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('request_draft')
    .set({ entries: '{}' })
    .where('briefing_request_id', 'is not', null)
    .where('updated_at', '<', before.toString())
    .where(sql<boolean>`entries <> '{}'::jsonb`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Mail that an address held back for so long is not sent any more. */
export async function giveUpWithheld(trx: Trx, before: Temporal.Instant, now: Temporal.Instant): Promise<number> {
  await trx.deleteFrom('withheld_mail').where('resolved_at', '<', before.toString()).execute()
  const { numUpdatedRows } = await trx
    .updateTable('withheld_mail')
    .set({ post: null, resolved_at: now.toString() })
    .where('withheld_at', '<', before.toString())
    .where('reason', '=', 'addressSuspended')
    .where('resolved_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Questions "Klopt uw antwoord?" that can no longer be answered. */
export async function deleteOldConfirmations(trx: Trx, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('reply_confirmation')
    .where('expires_at', '<', before.toString())
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Counts of attempts, under a keyed hash, and the domains that mail went to lately. The limiter cleans up as well, while it runs. */
export async function deleteOldAttempts(trx: Trx, before: Temporal.Instant): Promise<number> {
  const attempts = await trx.deleteFrom('rate_limit').where('expire', '<', before.epochMilliseconds).executeTakeFirst()
  const paces = await trx.deleteFrom('recipient_pace').where('next_at', '<', before.toString()).executeTakeFirst()
  return Number(attempts.numDeletedRows) + Number(paces.numDeletedRows)
}

/** Needs and questions of people who stay known (clerks, staff), and what was said with an answer: they were for that one evening. */
export async function clearNeedsOfPastEvenings(trx: Trx, before: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('registration')
    .set({ facility: null, question: null })
    .where((row) => row.or([row('facility', 'is not', null), row('question', 'is not', null)]))
    .where('briefing_session_id', 'in', (query) =>
      query.selectFrom('briefing_session').select('id').where('ends_at', '<', before.toString()),
    )
    .executeTakeFirst()
  const remarks = await sql`update reply set remark = '' where remark <> '' and (
    registration_id in (select registration.id from registration join briefing_session on briefing_session.id = briefing_session_id where ends_at < ${before.toString()})
    or engagement_id in (select engagement.id from engagement join briefing_session on briefing_session.id = briefing_session_id where ends_at < ${before.toString()})
  )`.execute(trx)
  return Number(numUpdatedRows) + Number(remarks.numAffectedRows ?? 0n)
}

/** The bytes and the address of mail that is done; the row stays for the counts. */
export async function clearOldMail(trx: Trx, before: Temporal.Instant, now: Temporal.Instant): Promise<number> {
  // What could not leave for so long is no news any more.
  await trx
    .updateTable('delivery')
    .from('outbox')
    .set({ state: 'superseded' })
    .whereRef('outbox.position', '=', 'delivery.position')
    .where('outbox.created_at', '<', before.toString())
    .where(isNotOnItsWay)
    .execute()
  const { numAffectedRows = 0n } = await sql`
    with done as (
      update delivery set smtp_text = null from outbox
      where outbox.position = delivery.position and state in ('sent', 'failed', 'superseded') and created_at < ${before.toString()} and recipient <> ''
      returning outbox.position
    )
    update outbox set raw = '', recipient = '', subject = '', purged_at = ${now.toString()} from done where outbox.position = done.position`.execute(
    trx,
  )
  return Number(numAffectedRows)
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
