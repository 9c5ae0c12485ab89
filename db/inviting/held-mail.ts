import { sql } from 'kysely'
import { ownLinkKinds } from '#app/domain/inviting/own-link.ts'
import type { Trx } from '../connection.server.ts'
import { addJob } from '../jobs.ts'

/**
 * Mail that has not left and that no worker is sending now: newer mail may replace it, and it can be held. The states stand in the text of the statement, so that
 * the database can use the partial index `delivery_lane`.
 */
export const isNotOnItsWay = sql<boolean>`delivery.state in ('pending', 'inDoubt', 'held')`

/** Mail that waits to leave for an address that was just suspended stays until it works again, but for links of its reader's own. */
export async function holdMailTo(trx: Trx, emailAddressId: string): Promise<void> {
  await sql`
    update delivery set state = 'held' from outbox join email_address on lower(outbox.recipient) = lower(email_address.address)
    where outbox.position = delivery.position and email_address.id = ${emailAddressId} and delivery.state in ('pending', 'inDoubt')
      and outbox.kind <> all(${sql.val([...ownLinkKinds])}::text[])`.execute(trx)
}

/** Its address works again: what was held leaves, with the bytes it has; but not about an evening that has begun. */
export async function letHeldMailGo(trx: Trx, emailAddressId: string, now: Temporal.Instant): Promise<void> {
  await sql`
    update delivery set next_attempt_at = ${now.toString()},
      state = case when exists (
        select from briefing_session where briefing_session.id = outbox.briefing_session_id and starts_at <= ${now.toString()}
      ) then 'superseded' when doubts > 0 then 'inDoubt' else 'pending' end
    from outbox join email_address on lower(outbox.recipient) = lower(email_address.address)
    where outbox.position = delivery.position and email_address.id = ${emailAddressId} and delivery.state = 'held'`.execute(
    trx,
  )
  await addJob(trx, 'deliverMails', {})
}

/**
 * Somebody is reached elsewhere from now on: what still waits to leave for her old address never does, since another may read there. Its bytes name
 * that address, so it counts as not delivered.
 */
export async function giveUpMailTo(
  trx: Trx,
  { personId, emailAddressId }: { personId: string; emailAddressId: string },
): Promise<void> {
  await sql`
    with given_up as (
      update delivery set state = 'failed', smtp_code = null, smtp_text = null
      from outbox join email_address on lower(outbox.recipient) = lower(email_address.address)
      where outbox.position = delivery.position and email_address.id = ${emailAddressId} and outbox.person_id = ${personId}
        and ${isNotOnItsWay}
      returning outbox.briefing_session_id
    )
    update invitation set state = 'undelivered' from given_up
    where invitation.briefing_session_id = given_up.briefing_session_id and invitation.person_id = ${personId} and invitation.state = 'ready'`.execute(
    trx,
  )
}
