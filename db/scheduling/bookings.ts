import { type AliasedExpression, sql } from 'kysely'
import type { HeldRange, SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { heldRange } from '#app/domain/scheduling/session-plan.ts'
import { type Db, type Trx, violatedConstraint } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

type Slot = Pick<SessionPlan, 'start' | 'end' | 'venueId' | 'speakerIds'>

/**
 * Takes the room and the speakers for an evening and lets go of what it held before. The exclusion constraints refuse what
 * somebody else holds (SQLSTATE 23P01): nobody looks first.
 *
 * The rows of room and speakers are locked before: two transactions that insert overlapping ranges at the same moment would
 * otherwise wait for each other, and PostgreSQL would end one with a deadlock instead of an answer.
 */
export async function bookSlot(trx: Trx, briefingSessionId: string, slot: Slot): Promise<void> {
  const speakerIds = [...new Set(slot.speakerIds)].sort()
  const during = tstzrange(heldRange(slot))
  await lockResources(trx, slot.venueId, speakerIds)
  await trx.deleteFrom('venue_booking').where('briefing_session_id', '=', briefingSessionId).execute()
  await trx.deleteFrom('speaker_booking').where('briefing_session_id', '=', briefingSessionId).execute()
  if (slot.venueId !== undefined)
    await trx
      .insertInto('venue_booking')
      .values({ briefing_session_id: briefingSessionId, venue_id: slot.venueId, during })
      .execute()
  if (speakerIds.length > 0)
    await trx
      .insertInto('speaker_booking')
      .values(speakerIds.map((speaker_id) => ({ briefing_session_id: briefingSessionId, speaker_id, during })))
      .execute()
}

/** Room and speakers are free again; who would have spoken where stays readable. */
export async function releaseSlot(trx: Trx, briefingSessionId: string): Promise<void> {
  for (const table of ['venue_booking', 'speaker_booking'] as const)
    await trx.updateTable(table).set({ holds: false }).where('briefing_session_id', '=', briefingSessionId).execute()
}

export type Clash = { who: string; otherTitle: string; start: Temporal.Instant; end: Temporal.Instant }

/** Which of the two constraints refused, or undefined for any other error. */
export function refusedBooking(error: unknown): 'speaker' | 'venue' | undefined {
  const violated = violatedConstraint(error)
  if (violated?.sqlState !== '23P01') return undefined
  return violated.constraint === 'speaker_in_one_place' ? 'speaker' : 'venue'
}

/** The evening that has the speaker; undefined when it let go meanwhile. */
export async function findSpeakerClash(db: Db, slot: Slot, ownSessionId: string): Promise<Clash | undefined> {
  if (slot.speakerIds.length === 0) return undefined
  const held = db
    .selectFrom('speaker_booking as booking')
    .innerJoin('speaker', 'speaker.id', 'booking.speaker_id')
    .select(['booking.briefing_session_id', 'booking.during', 'speaker.name'])
    .where('booking.speaker_id', 'in', slot.speakerIds)
    .where('booking.holds', '=', true)
  return firstClash(db, held.as('held'), slot, ownSessionId)
}

/** The evening that has the room; undefined when it let go meanwhile. */
export async function findVenueClash(db: Db, slot: Slot, ownSessionId: string): Promise<Clash | undefined> {
  if (slot.venueId === undefined) return undefined
  const held = db
    .selectFrom('venue_booking as booking')
    .innerJoin('venue', 'venue.id', 'booking.venue_id')
    .select(['booking.briefing_session_id', 'booking.during', 'venue.name'])
    .where('booking.venue_id', '=', slot.venueId)
    .where('booking.holds', '=', true)
  return firstClash(db, held.as('held'), slot, ownSessionId)
}

type Held = { briefing_session_id: string; during: string; name: string }

async function firstClash(db: Db, held: AliasedExpression<Held, 'held'>, slot: Slot, ownSessionId: string) {
  const row = await db
    .selectFrom(held)
    .innerJoin('briefing_session as other', 'other.id', 'held.briefing_session_id')
    .select(['held.name', 'other.title', 'other.starts_at', 'other.ends_at'])
    .where('other.id', '<>', ownSessionId)
    .where(sql<boolean>`held.during && ${tstzrange(heldRange(slot))}::tstzrange`)
    .orderBy('other.starts_at')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { who: row.name, otherTitle: row.title, start: toInstant(row.starts_at), end: toInstant(row.ends_at) }
}

async function lockResources(trx: Trx, venueId: string | undefined, speakerIds: string[]): Promise<void> {
  // Always room before speakers, and speakers in one order: otherwise two evenings could wait for each other.
  if (venueId !== undefined)
    await trx.selectFrom('venue').select('id').where('id', '=', venueId).forNoKeyUpdate().execute()
  if (speakerIds.length > 0)
    await trx.selectFrom('speaker').select('id').where('id', 'in', speakerIds).orderBy('id').forNoKeyUpdate().execute()
}

function tstzrange({ from, until }: HeldRange): string {
  return `[${from.toString()},${until.toString()})`
}
