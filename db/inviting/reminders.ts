import { sql } from 'kysely'
import { type ReminderKind, reminderAnswers } from '#app/domain/inviting/reminder-moment.ts'
import type { Db, Trx } from '../connection.server.ts'

export type DueReminders = {
  kind: ReminderKind
  /** Evenings that begin before this moment. */
  startsBefore: Temporal.Instant
  /** Only who had no mail about the evening since then. */
  mailedBefore: Temporal.Instant
}

/**
 * Everybody with a seat who is to be reminded: can be reached, wants to be, has had no mail about this evening lately, and not this reminder for the time it
 * has now. Expects `briefing_session` in the query.
 */
function dueParticipants({ kind, mailedBefore }: Omit<DueReminders, 'startsBefore'>) {
  return sql`from registration
    join person on person.id = registration.person_id
    join email_address on email_address.id = person.email_address_id
    left join invitation on invitation.briefing_session_id = registration.briefing_session_id and invitation.person_id = registration.person_id
    where registration.briefing_session_id = briefing_session.id
      and registration.place = 'seat'
      and registration.answer = any(${sql.val([...reminderAnswers[kind]])}::text[])
      and email_address.suspended_at is null
      and email_address.reminders_stopped_at is null
      and greatest(registration.registered_at, invitation.last_stamped_at, (select max(reminded_at) from reminder
        where reminder.briefing_session_id = briefing_session.id and reminder.person_id = registration.person_id)) <= ${mailedBefore.toString()}
      and not exists (select from reminder where reminder.briefing_session_id = briefing_session.id and reminder.person_id = registration.person_id
        and reminder.kind = ${kind} and reminder.rsvp_epoch = briefing_session.rsvp_epoch and reminder.turn = 0)`
}

/** Evenings with somebody to remind, the nearest first. */
export async function listEveningsToRemind(
  db: Db,
  due: DueReminders,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select briefing_session.id from briefing_session
    where status in ('published', 'changed') and starts_at > ${now.toString()} and starts_at < ${due.startsBefore.toString()}
      and exists (select ${dueParticipants(due)})
    order by starts_at, briefing_session.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Writes down that these people are reminded now, and says who they are: whoever is named here was not named before. The caller holds the lock on the
 * evening; the primary key is what makes it true.
 */
export async function claimReminders(
  trx: Trx,
  {
    briefingSessionId,
    limit,
    ...due
  }: Omit<DueReminders, 'startsBefore'> & { briefingSessionId: string; limit: number },
  now: Temporal.Instant,
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    insert into reminder (briefing_session_id, person_id, kind, rsvp_epoch, reminded_at)
    select briefing_session.id, participant.person_id, ${due.kind}, briefing_session.rsvp_epoch, ${now.toString()}::timestamptz
    from briefing_session cross join lateral (select registration.person_id ${dueParticipants(due)}
      order by registration.registered_at, registration.id limit ${limit}) as participant
    where briefing_session.id = ${briefingSessionId}
    on conflict do nothing returning person_id`.execute(trx)
  return rows.map(({ person_id }) => person_id)
}
