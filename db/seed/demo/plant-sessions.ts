import { randomBytes, randomUUID } from 'node:crypto'
import { programmeMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import { versionAfterCancel, versionAfterChange } from '#app/domain/inviting/calendar-event.ts'
import { heldRange } from '#app/domain/scheduling/session-plan.ts'
import type { Trx } from '../../connection.server.ts'
import { recordAuditEvent } from '../../overseeing/audit-events.ts'
import { demoEvening, demoEvenings } from './demo-evening.ts'
import { type DemoCast, idIn } from './plant-people.ts'
import { type DemoSession, demoSessions, demoVenues } from './sessions.ts'
import { daysAgo } from './story-time.ts'

/** The evenings of the story by key. */
export async function plantSessions(
  trx: Trx,
  story: { cast: DemoCast; requests: Map<string, string> },
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const evenings = demoEvenings(
    now,
    demoSessions.map(({ weeks }) => weeks),
  )
  for (const session of demoSessions) {
    const id = randomUUID()
    const start = evenings.get(session.weeks) ?? demoEvening(now, session.weeks)
    const timed = { ...session, id, start, end: start.add({ minutes: programmeMinutes(session.programme) }) }
    ids.set(session.key, id)
    await plantSession(trx, timed, story.cast, now)
    await plantParts(trx, timed, story)
    await plantBookings(trx, timed, story.cast)
    await plantHistory(trx, timed, story.cast, now)
  }
  return ids
}

type TimedSession = DemoSession & { id: string; start: Temporal.Instant; end: Temporal.Instant }

/** SEQUENCE and rsvp epoch as the evening's history made them. */
export function calendarVersionOf({ status }: Pick<DemoSession, 'status'>) {
  const first = { sequence: 0, rsvpEpoch: 0 }
  if (status === 'changed') return versionAfterChange(first, ['time'])
  return status === 'cancelled' ? versionAfterCancel(first) : first
}

async function plantSession(trx: Trx, session: TimedSession, cast: DemoCast, now: Temporal.Instant): Promise<void> {
  const { id, start, end } = session
  const { sequence, rsvpEpoch } = calendarVersionOf(session)
  const changed = session.status === 'changed' || session.status === 'cancelled'
  const letter = await trx.selectFrom('letter').select('dos_number').executeTakeFirst()
  await trx
    .insertInto('briefing_session')
    .values({
      id,
      calendar_uid: `${randomUUID()}@briefings.example`,
      title: session.title,
      status: session.status,
      starts_at: start.toString(),
      ends_at: end.toString(),
      venue_id: session.venueKey === undefined ? null : idIn(cast.venues, session.venueKey),
      online_url: session.onlineUrl ?? null,
      dos_number: letter?.dos_number ?? null,
      capacity: session.capacity ?? null,
      is_public: session.isPublic ?? false,
      explanation: session.explanation ?? '',
      sequence,
      rsvp_epoch: rsvpEpoch,
      cancel_reason: session.cancelReason ?? null,
      created_at: daysAgo(now, (session.publishedDaysAgo ?? 3) + 2),
      published_at: session.publishedDaysAgo === undefined ? null : daysAgo(now, session.publishedDaysAgo),
      changed_at: changed ? daysAgo(now, CHANGED_DAYS_AGO) : null,
      option_expires_at: session.status === 'option' ? daysAgo(now, -10) : null,
    })
    .execute()
}

const CHANGED_DAYS_AGO = 8

async function plantParts(
  trx: Trx,
  session: TimedSession,
  { cast, requests }: { cast: DemoCast; requests: Map<string, string> },
): Promise<void> {
  const { id } = session
  await trx
    .insertInto('briefing_session_request')
    .values(session.requestKeys.map((key) => ({ briefing_session_id: id, briefing_request_id: idIn(requests, key) })))
    .execute()
  await trx
    .insertInto('briefing_session_council')
    .values(
      session.councils.map((slug) => ({
        briefing_session_id: id,
        council_id: idIn(cast.councils, slug),
        link_token: randomBytes(16).toString('base64url'),
      })),
    )
    .execute()
  await trx
    .insertInto('programme_item')
    .values(
      session.programme.map(({ title, minutes, topicId }, index) => ({
        briefing_session_id: id,
        position: index + 1,
        title,
        minutes,
        topic_id: topicId ?? null,
      })),
    )
    .execute()
}

async function plantBookings(trx: Trx, session: TimedSession, cast: DemoCast): Promise<void> {
  const { id } = session
  const { from, until } = heldRange(session)
  const during = `[${from},${until})`
  const holds = session.status !== 'cancelled'
  await trx
    .insertInto('speaker_booking')
    .values(
      session.speakerKeys.map((key) => ({
        briefing_session_id: id,
        speaker_id: idIn(cast.speakers, key),
        during,
        holds,
      })),
    )
    .execute()
  if (session.venueKey === undefined) return
  await trx
    .insertInto('venue_booking')
    .values({ briefing_session_id: id, venue_id: idIn(cast.venues, session.venueKey), during, holds })
    .execute()
}

/** What staff did with the evening, for its timeline. */
async function plantHistory(trx: Trx, session: TimedSession, cast: DemoCast, now: Temporal.Instant): Promise<void> {
  const actor = { kind: 'staff' as const, personId: idIn(cast.people, 'planner') }
  const record = (action: string, days: number, facts: { before?: object; after?: object; reason?: string } = {}) =>
    recordAuditEvent(
      trx,
      { actor, action, briefingSessionId: session.id, ...facts },
      Temporal.Instant.from(daysAgo(now, days)),
    )
  await record('briefingSession.planned', (session.publishedDaysAgo ?? 3) + 2)
  if (session.publishedDaysAgo !== undefined) await record('briefingSession.published', session.publishedDaysAgo)
  if (session.movedFromWeeks !== undefined) {
    const before = told(session, demoEvening(now, session.movedFromWeeks))
    await record('briefingSession.moved', CHANGED_DAYS_AGO, { before, after: told(session, session.start) })
  }
  if (session.status === 'cancelled')
    await record('briefingSession.cancelled', CHANGED_DAYS_AGO, { reason: session.cancelReason })
}

/** What an audit event says of an evening, had it begun at `start`. */
function told(session: TimedSession, start: Temporal.Instant) {
  return {
    title: session.title,
    start: start.toString(),
    end: start.add(session.start.until(session.end)).toString(),
    location: demoVenues.find(({ key }) => key === session.venueKey)?.name ?? '',
    isOnline: session.onlineUrl !== undefined,
  }
}
