import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { planOf, type SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import type { Db } from '#db/connection.server.ts'
import { findSpeakerClash, findVenueClash, refusedBooking } from '#db/scheduling/bookings.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'

type Slot = Pick<SessionPlan, 'start' | 'end' | 'venueId' | 'speakerIds'>

/**
 * Runs `work`, a transaction that books a room and speakers. When the database refuses the booking (SQLSTATE 23P01), the refusal names the evening that has
 * them, read after that transaction ended.
 * @throws Refusal speaker-already-booked, venue-already-booked, or changed-meanwhile when the other has just let go
 */
export async function nameTheClash<T>(db: Db, slot: Slot, sessionId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const refused = refusedBooking(error)
    if (refused === undefined) throw error
    throw await clashRefusal(db, slot, sessionId, refused)
  }
}

/** The same for an evening as it is planned now. */
export async function nameTheClashOf<T>(db: Db, sessionId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const refused = refusedBooking(error)
    const session = refused && (await findBriefingSession(db, sessionId))
    if (refused === undefined || session === undefined) throw error
    throw await clashRefusal(db, planOf(session), sessionId, refused)
  }
}

async function clashRefusal(db: Db, slot: Slot, sessionId: string, refused: 'speaker' | 'venue'): Promise<Refusal> {
  const find = refused === 'speaker' ? findSpeakerClash : findVenueClash
  const clash = await find(db, slot, sessionId)
  if (clash === undefined) return new Refusal('changed-meanwhile')
  const other = { otherTitle: clash.otherTitle, otherTime: formatSessionTime(clash.start, clash.end) }
  return refused === 'speaker'
    ? new Refusal('speaker-already-booked', { speakerName: clash.who, ...other })
    : new Refusal('venue-already-booked', { venueName: clash.who, ...other })
}
