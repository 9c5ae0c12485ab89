import type { BriefingSession, SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import type { Db, Trx } from '../connection.server.ts'

/** False when an evening with this id is there already: the same form, sent twice. */
export async function insertBriefingSession(
  trx: Trx,
  session: { id: string; calendarUid: string; plan: SessionPlan },
  now: Temporal.Instant,
): Promise<boolean> {
  const added = await trx
    .insertInto('briefing_session')
    .values({
      id: session.id,
      calendar_uid: session.calendarUid,
      status: 'draft',
      ...columnsOf(session.plan),
      created_at: now.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Writes what staff filled in; `version` rises, so that whoever read the old one is refused. */
export async function updateBriefingSession(
  trx: Trx,
  id: string,
  plan: SessionPlan,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('briefing_session')
    .set((eb) => ({ ...columnsOf(plan), edited_at: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type CalendarPlace = Pick<BriefingSession, 'sequence' | 'rsvpEpoch'>

export async function markPublished(
  trx: Trx,
  id: string,
  { sequence, rsvpEpoch }: CalendarPlace,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('briefing_session')
    .set((eb) => ({
      status: 'published',
      sequence,
      rsvp_epoch: rsvpEpoch,
      published_at: now.toString(),
      option_expires_at: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Held for its councils until `expiresAt`; an option that is one already gets another end. */
export async function markOptioned(
  trx: Trx,
  id: string,
  { sequence, rsvpEpoch, expiresAt }: CalendarPlace & { expiresAt: Temporal.Instant },
): Promise<void> {
  await trx
    .updateTable('briefing_session')
    .set((eb) => ({
      status: 'option',
      sequence,
      rsvp_epoch: rsvpEpoch,
      option_expires_at: expiresAt.toString(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** An option that ran out is a draft again, and says when that was. */
export async function markLapsed(trx: Trx, id: string, sequence: number, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('briefing_session')
    .set((eb) => ({
      status: 'draft',
      sequence,
      option_expires_at: null,
      changed_at: now.toString(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Options whose time is over, the longest first. */
export async function listExpiredOptions(db: Db, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('briefing_session')
    .select('id')
    .where('status', '=', 'option')
    .where('option_expires_at', '<=', now.toString())
    .orderBy('option_expires_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** After an evening in people's calendars became different: its place in them and when that was. An option stays one. */
export async function markChanged(
  trx: Trx,
  session: Pick<BriefingSession, 'id' | 'status'>,
  calendar: CalendarPlace,
  now: Temporal.Instant,
): Promise<void> {
  const status: SessionStatus = session.status === 'option' ? 'option' : 'changed'
  await trx
    .updateTable('briefing_session')
    .set({ status, sequence: calendar.sequence, rsvp_epoch: calendar.rsvpEpoch, changed_at: now.toString() })
    .where('id', '=', session.id)
    .execute()
}

export async function markCancelled(
  trx: Trx,
  id: string,
  cancelled: { reason: string; sequence: number },
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('briefing_session')
    .set((eb) => ({
      status: 'cancelled',
      cancel_reason: cancelled.reason,
      option_expires_at: null,
      sequence: cancelled.sequence,
      changed_at: now.toString(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function replaceProgramme(
  trx: Trx,
  briefingSessionId: string,
  programme: SessionPlan['programme'],
): Promise<void> {
  await trx.deleteFrom('programme_item').where('briefing_session_id', '=', briefingSessionId).execute()
  if (programme.length === 0) return
  await trx
    .insertInto('programme_item')
    .values(
      programme.map(({ title, minutes, topicId }, index) => ({
        briefing_session_id: briefingSessionId,
        position: index + 1,
        title,
        minutes,
        topic_id: topicId ?? null,
      })),
    )
    .execute()
}

/** The councils that take part, each with a link of its own for its councillors. */
export async function insertSessionCouncils(
  trx: Trx,
  briefingSessionId: string,
  councils: { councilId: string; linkToken: string }[],
): Promise<void> {
  if (councils.length === 0) return
  await trx
    .insertInto('briefing_session_council')
    .values(
      councils.map(({ councilId, linkToken }) => ({
        briefing_session_id: briefingSessionId,
        council_id: councilId,
        link_token: linkToken,
      })),
    )
    .execute()
}

function columnsOf(plan: SessionPlan) {
  return {
    title: plan.title,
    starts_at: plan.start.toString(),
    ends_at: plan.end.toString(),
    venue_id: plan.venueId ?? null,
    online_url: plan.onlineUrl ?? null,
    dos_number: plan.dosNumber ?? null,
    capacity: plan.capacity ?? null,
    is_public: plan.isPublic,
    explanation: plan.explanation,
  }
}
