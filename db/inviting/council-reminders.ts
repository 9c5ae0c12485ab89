import { sql } from 'kysely'
import type { SilentMembers } from '#app/domain/inviting/council-reminder.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type PastCouncilReminder = { councilId: string; at: Temporal.Instant }

/** What these councils' members were asked before about an evening, the earliest first; two a council at most. */
export async function listCouncilReminders(
  db: Db,
  briefingSessionId: string,
  councilIds: readonly string[],
): Promise<PastCouncilReminder[]> {
  const rows = await db
    .selectFrom('council_reminder')
    .select(['council_id', 'reminded_at'])
    .where('briefing_session_id', '=', briefingSessionId)
    .where('council_id', '=', sql<string>`any(${sql.val([...councilIds])}::uuid[])`)
    .orderBy('turn')
    .execute()
  return rows.map((row) => ({ councilId: row.council_id, at: toInstant(row.reminded_at) }))
}

/** Whether this very form was carried out before. */
export async function wasOrdered(trx: Trx, briefingSessionId: string, orderId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('council_reminder')
    .select('council_id')
    .where('order_id', '=', orderId)
    .where('briefing_session_id', '=', briefingSessionId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What happens to a member who has not answered. The preview and the sending use this one expression, so they agree. */
const fate = (mailedBefore: Temporal.Instant) => sql<keyof SilentMembers>`case
  when email_address.id is null or email_address.suspended_at is not null then 'unreachable'
  when email_address.reminders_stopped_at is not null then 'stopped'
  when greatest(registration.registered_at, invitation.last_stamped_at, (select max(reminded_at) from reminder
    where reminder.briefing_session_id = registration.briefing_session_id and reminder.person_id = registration.person_id)) > ${mailedBefore.toString()}::timestamptz
    then 'recentlyMailed'
  else 'mailed' end`

const silentMembers = (briefingSessionId: string) => sql`from registration
  join person on person.id = registration.person_id
  left join email_address on email_address.id = person.email_address_id
  left join invitation on invitation.briefing_session_id = registration.briefing_session_id and invitation.person_id = registration.person_id
  where registration.briefing_session_id = ${briefingSessionId} and registration.place = 'seat' and registration.answer = 'none'`

type Silent = { briefingSessionId: string; mailedBefore: Temporal.Instant }

/** How many members of each council are silent, by what would happen to them. */
export async function countSilentMembers(
  db: Db,
  { briefingSessionId, councilIds, mailedBefore }: Silent & { councilIds: readonly string[] },
): Promise<Map<string, SilentMembers>> {
  const { rows } = await sql<{ council_id: string; fate: keyof SilentMembers; people: number }>`
    select council_id, fate, count(*) as people
    from (select registration.council_id, ${fate(mailedBefore)} as fate ${silentMembers(briefingSessionId)}
      and registration.council_id = any(${sql.val([...councilIds])}::uuid[])) as silent
    group by council_id, fate`.execute(db)
  const counts = new Map<string, SilentMembers>()
  for (const row of rows) {
    const of = counts.get(row.council_id) ?? { mailed: 0, stopped: 0, unreachable: 0, recentlyMailed: 0 }
    counts.set(row.council_id, { ...of, [row.fate]: row.people })
  }
  return counts
}

export type CouncilTurn = { councilId: string; turn: number }

/** Writes down that the silent members of these councils are asked now, and says who they are. */
export async function claimSilentMembers(
  trx: Trx,
  { briefingSessionId, mailedBefore, councils }: Silent & { councils: readonly CouncilTurn[] },
  now: Temporal.Instant,
): Promise<{ personId: string; turn: number }[]> {
  const { rows } = await sql<{ person_id: string; turn: number }>`
    insert into reminder (briefing_session_id, person_id, kind, rsvp_epoch, turn, reminded_at)
    select briefing_session.id, silent.person_id, 'asked', briefing_session.rsvp_epoch, asked.turn, ${now.toString()}::timestamptz
    from briefing_session,
      unnest(${sql.val(councils.map(({ councilId }) => councilId))}::uuid[], ${sql.val(councils.map(({ turn }) => turn))}::integer[]) as asked (council_id, turn)
      join (select registration.person_id, registration.council_id, ${fate(mailedBefore)} as fate ${silentMembers(briefingSessionId)}) as silent
        on silent.council_id = asked.council_id and silent.fate = 'mailed'
    where briefing_session.id = ${briefingSessionId}
    on conflict do nothing returning person_id, turn`.execute(trx)
  return rows.map(({ person_id, turn }) => ({ personId: person_id, turn }))
}

/** Records a reminder. The primary key allows two for each council; `order_id` allows one for each form. */
export async function insertCouncilReminders(
  trx: Trx,
  order: { briefingSessionId: string; orderId: string; personId: string },
  councils: readonly (CouncilTurn & { mails: number })[],
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('council_reminder')
    .values(
      councils.map(({ councilId, turn, mails }) => ({
        briefing_session_id: order.briefingSessionId,
        council_id: councilId,
        turn,
        mails,
        order_id: order.orderId,
        reminded_by: order.personId,
        reminded_at: now.toString(),
      })),
    )
    .execute()
}
